package io.github.snapsweep.snapshot;

/**
 * A worktree that was asked for.
 *
 * @param worktree the worktree
 * @param made whether it was made now; false when it was there already
 */
public record ObtainedWorktree(Worktree worktree, boolean made) {}
