package io.github.snapsweep.launch;

/** Who runs tasks. */
public enum ExecutorKind {
    SLURM,
    LOCAL
}
