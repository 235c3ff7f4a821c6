package io.github.snapsweep.snapshot;

import org.eclipse.jgit.lib.Constants;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison.
 *
 * @param id the tree's or commit's id
 * @param text what it is, for people
 */
public record DiffSide(String id, String text) {

    /** What there is before the first commit; git knows its id, though no object is stored. */
    static DiffSide nothing(String text) {
        return new DiffSide(Constants.EMPTY_TREE_ID.name(), text);
    }

    /** A commit by its id; without one, what there is before the first. */
    public static DiffSide commit(@Nullable String id) {
        return id == null ? nothing("nothing") : new DiffSide(id, id);
    }

    boolean isNothing() {
        return id.equals(Constants.EMPTY_TREE_ID.name());
    }

    /** A snapshot as a side. */
    public static DiffSide of(Snapshot snapshot) {
        return new DiffSide(snapshot.commit(), snapshot.name() + " (" + snapshot.shortCommit() + ")");
    }
}
