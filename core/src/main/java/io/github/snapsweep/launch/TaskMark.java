package io.github.snapsweep.launch;

import org.jspecify.annotations.Nullable;

/**
 * What a task's script wrote about itself, at its start or at its end.
 *
 * @param task the task's number
 * @param attempt how often Slurm had put it back before
 * @param host where it ran; null in a mark of an end
 * @param pid the script's process there; 0 in a mark of an end
 * @param job Slurm's id of the job; empty without Slurm
 * @param exit the program's exit code; 0 in a mark of a start
 * @param why why it could not run; empty when it ran
 * @param started when, seconds since 1970
 * @param ended when, seconds since 1970
 */
record TaskMark(
        int task,
        int attempt,
        @Nullable String host,
        long pid,
        @Nullable String job,
        int exit,
        @Nullable String why,
        long started,
        long ended) {

    /** Whether a signal told the task to end, and it did so with an error: a line of the script's says so. */
    boolean wasToldToEnd() {
        return why != null && why.startsWith("told to end by ");
    }
}
