package io.github.snapsweep.launch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The snapshots of a repository.
 *
 * @param prefix what the names of those that were looked for begin with
 * @param worktreeFolder where worktrees are made
 * @param listed when they were listed
 * @param snapshots the snapshots, newest first
 * @param notice why the states of some launches are not certain; empty when all are
 */
public record SnapshotList(
        String prefix, Path worktreeFolder, Instant listed, List<ListedSnapshot> snapshots, String notice) {

    public SnapshotList {
        snapshots = List.copyOf(snapshots);
    }
}
