package io.github.snapsweep.launch;

import io.github.snapsweep.snapshot.Contents;
import io.github.snapsweep.snapshot.DiffSide;
import io.github.snapsweep.snapshot.Snapshot;
import java.util.List;

/**
 * How a snapshot differs from something else, as the result file has it.
 *
 * @param name the snapshot
 * @param commit its commit
 * @param against the id of the commit or tree that it was compared with; a tree of files on disk is not kept
 * @param changed files with other content or another mode in the snapshot
 * @param added files that only the snapshot has
 * @param deleted files that the snapshot does not have
 */
public record DiffResult(
        String name, String commit, String against, List<String> changed, List<String> added, List<String> deleted) {

    public DiffResult {
        changed = List.copyOf(changed);
        added = List.copyOf(added);
        deleted = List.copyOf(deleted);
    }

    static DiffResult of(Snapshot snapshot, DiffSide against, Contents paths) {
        return new DiffResult(
                snapshot.name(), snapshot.commit(), against.id(), paths.changed(), paths.added(), paths.deleted());
    }
}
