package io.github.snapsweep.config;

/** What a launch does when its snapshot cannot be taken. */
public enum OnSnapshotFailure {
    /** Stops. */
    FAIL,
    /** Says so, and runs the files as they are: they may change while the jobs wait and run. */
    WARN
}
