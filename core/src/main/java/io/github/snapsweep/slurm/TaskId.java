package io.github.snapsweep.slurm;

import java.util.OptionalInt;

/**
 * A task of an array, or a job that is none.
 *
 * @param job the array
 * @param index the task's index in it; empty for a job that is no array
 */
public record TaskId(JobId job, OptionalInt index) {

    public static TaskId of(JobId job, int index) {
        return new TaskId(job, OptionalInt.of(index));
    }
}
