package io.github.snapsweep.config;

/** Where a launch's build runs. */
public enum BuildPlace {
    /** On the machine that submits, before anything is submitted. */
    HERE,
    /** As a job of its own, which the tasks wait for. */
    SLURM
}
