package io.github.snapsweep.launch;

import io.github.snapsweep.slurm.JobId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a task's script wrote about itself, at its start or at its end.
 *
 * @param task the task's number
 * @param part the number of the part of the launch that ran it
 * @param restart how often Slurm had put its job back before
 * @param host where it ran
 * @param pid the script's process there
 * @param job Slurm's id of the job, {@code 47_17} in an array; empty without Slurm
 * @param started when, seconds since 1970
 * @param exit the program's exit code; 0 in a mark of a start
 * @param why why it could not run, or was ended; empty otherwise
 * @param ended when, seconds since 1970; 0 in a mark of a start
 */
record TaskMark(
        int task,
        String part,
        int restart,
        String host,
        long pid,
        @Nullable String job,
        long started,
        int exit,
        @Nullable String why,
        long ended) {

    static final String START = ".start";
    static final String EXIT = ".exit";

    /** The exit code of a process that ended by SIGTERM, as a shell has it. */
    static final int TOLD_TO_END = 143;

    /** Why a task has ended that never began on this machine. */
    static final String CANCELLED = "told to end by slurm:cancel before it began";

    /** Whether a signal told the task to end, and it did so with an error: a line of the script's says so. */
    boolean wasToldToEnd() {
        return why != null && why.startsWith("told to end by ");
    }

    /** Slurm's id of the array that its job belongs to. */
    Optional<JobId> arrayId() {
        return Optional.ofNullable(job)
                .map(text -> text.replaceFirst("_.*", ""))
                .flatMap(JobId::parse);
    }

    /** Whether it is one of an end. */
    boolean isEnd() {
        return ended > 0;
    }
}
