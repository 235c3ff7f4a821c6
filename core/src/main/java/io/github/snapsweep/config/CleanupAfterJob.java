package io.github.snapsweep.config;

/** What goes when the last task of a launch has ended. */
public enum CleanupAfterJob {
    /** Nothing, until it is pruned. */
    NOTHING,
    /** The worktree. */
    WORKTREE,
    /** The worktree, and the snapshot's branch. */
    BRANCH
}
