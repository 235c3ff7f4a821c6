package io.github.snapsweep.config;

/** Who is to run the tasks. */
public enum ExecutorChoice {
    /** Slurm where it is there, else this machine. */
    AUTO,
    /** Slurm. */
    SLURM,
    /** This machine. */
    LOCAL
}
