package io.github.snapsweep.snapshot;

/**
 * What becomes of a worktree whose snapshot is not among those that are looked at: it may be gone.
 *
 * @param worktree the worktree
 * @param goes whether it goes
 * @param why why it goes, or stays
 * @param bytes what it takes, when it goes
 */
public record WorktreeDecision(Worktree worktree, boolean goes, String why, long bytes) {}
