package io.github.snapsweep.config;

/** What of a launch goes that is old and has ended, when its snapshot does; each takes what stands before it too. */
public enum OldLaunches {
    /** Nothing. */
    KEEP,
    /** Its frozen class path, which nothing can run any more. */
    CLASSPATH,
    /** Its logs, and its reruns. */
    LOGS,
    /** All of its folder, the record too. */
    RECORDS,
    /** Also the output folders of its tasks. */
    OUTPUTS;

    /** Whether this takes what another does. */
    public boolean covers(OldLaunches other) {
        return compareTo(other) >= 0;
    }
}
