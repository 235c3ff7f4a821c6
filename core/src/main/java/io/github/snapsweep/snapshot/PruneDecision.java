package io.github.snapsweep.snapshot;

import java.util.List;

/**
 * What becomes of a snapshot.
 *
 * @param snapshot the snapshot
 * @param worktrees its worktrees, which go with it
 * @param goes whether it goes
 * @param why why it goes, or stays
 */
public record PruneDecision(Snapshot snapshot, List<Worktree> worktrees, boolean goes, String why) {

    public PruneDecision {
        worktrees = List.copyOf(worktrees);
    }
}
