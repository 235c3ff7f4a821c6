package io.github.snapsweep.launch;

import java.util.List;

/**
 * What a pruning did, or would do, as the result file has it.
 *
 * @param removed the names of the snapshots that are gone
 * @param bytesFreed what all that went took on disk; git's objects aside, which go with its next gc
 * @param bytesToFree what all that would go takes; 0 when it went
 * @param items all that was looked at
 */
public record PruneResult(List<String> removed, long bytesFreed, long bytesToFree, List<Item> items) {

    /** What kinds of things there are. */
    public enum Kind {
        SNAPSHOT,
        WORKTREE,
        LAUNCH,
        CLASSPATH
    }

    /**
     * Something that was looked at.
     *
     * @param kind what it is
     * @param name a snapshot's branch, a worktree's folder, a launch, a class path entry
     * @param goes whether it is gone, or would be
     * @param why why it goes, or stays
     * @param bytes what it takes, when it goes
     */
    public record Item(Kind kind, String name, boolean goes, String why, long bytes) {}

    public PruneResult {
        removed = List.copyOf(removed);
        items = List.copyOf(items);
    }
}
