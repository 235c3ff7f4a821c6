package io.github.snapsweep.config;

/** How another launch must have ended before the tasks of a launch begin: sbatch(1), {@code --dependency}. */
public enum AfterKind {
    /** All its tasks well. */
    OK,
    /** In any way. */
    ANY
}
