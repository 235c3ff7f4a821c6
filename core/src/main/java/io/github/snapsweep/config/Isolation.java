package io.github.snapsweep.config;

/** What of a launch's worktree its tasks share. */
public enum Isolation {
    /** All of it: what one task writes there another one sees. */
    NONE,
    /** Nothing: each task has a copy of its own, on its node's disk, for as long as it runs. */
    TASK
}
