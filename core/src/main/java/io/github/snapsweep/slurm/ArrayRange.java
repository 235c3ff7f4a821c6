package io.github.snapsweep.slurm;

import java.util.OptionalInt;

/**
 * The tasks of an array that is to be submitted: the value of {@code --array}.
 *
 * @param indices at least one; the largest must be below the cluster's MaxArraySize
 * @param throttle how many may run at a time, at least 1; all, when empty
 */
public record ArrayRange(TaskIndices indices, OptionalInt throttle) {

    public ArrayRange {
        // sbatch takes --array= for a job that is no array
        if (indices.isEmpty()) {
            throw new IllegalArgumentException("an array without tasks");
        }
        if (throttle.isPresent() && throttle.getAsInt() < 1) {
            throw new IllegalArgumentException("an array of which nothing may run: " + throttle.getAsInt());
        }
    }

    /** Tasks 0 to count - 1. */
    public static ArrayRange upTo(int count) {
        return of(TaskIndices.upTo(count));
    }

    public static ArrayRange of(TaskIndices indices) {
        return new ArrayRange(indices, OptionalInt.empty());
    }

    /** The same tasks, so many at a time. */
    public ArrayRange throttled(int atATime) {
        return new ArrayRange(indices, OptionalInt.of(atATime));
    }

    /** As {@code --array} takes it: {@code 0-99%256}. */
    public String text() {
        return indices.text() + (throttle.isPresent() ? "%" + throttle.getAsInt() : "");
    }
}
