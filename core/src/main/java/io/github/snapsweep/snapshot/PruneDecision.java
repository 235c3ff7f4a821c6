package io.github.snapsweep.snapshot;

import java.util.List;

/**
 * What becomes of a snapshot.
 *
 * @param snapshot the snapshot
 * @param worktrees its worktrees, which go with it
 * @param uses how often somebody was given it, when it was looked at
 * @param goes whether it goes
 * @param why why it goes, or stays
 * @param bytes what the worktrees take, when it goes
 */
public record PruneDecision(
        Snapshot snapshot, List<Worktree> worktrees, int uses, boolean goes, String why, long bytes) {

    public PruneDecision {
        worktrees = List.copyOf(worktrees);
    }
}
