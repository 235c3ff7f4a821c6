package io.github.snapsweep.launch;

import io.github.snapsweep.snapshot.Contents;
import io.github.snapsweep.snapshot.CreatedSnapshot;
import io.github.snapsweep.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot as the result file has it.
 *
 * @param name its branch
 * @param ref the branch's full name
 * @param commit the commit
 * @param tree the commit's tree
 * @param base the commit that HEAD was; null when there was none
 * @param baseBranch the branch that was checked out
 * @param reused whether it was there already
 * @param contents what it holds that its base does not
 * @param push how the push went
 * @param milliseconds how long the capture took
 */
public record SnapshotResult(
        String name,
        String ref,
        String commit,
        String tree,
        @Nullable String base,
        String baseBranch,
        boolean reused,
        Contents contents,
        String push,
        long milliseconds) {

    static SnapshotResult of(CreatedSnapshot created, String push) {
        Snapshot snapshot = created.snapshot();
        return new SnapshotResult(
                snapshot.name(),
                snapshot.ref(),
                snapshot.commit(),
                snapshot.tree(),
                snapshot.base().orElse(null),
                snapshot.baseBranch(),
                created.reused(),
                created.contents(),
                push,
                created.took().toMillis());
    }
}
