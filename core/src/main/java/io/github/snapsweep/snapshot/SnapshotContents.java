package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.SnapshotProblems;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/** Tells what snapshots hold that their base commits do not, from their trees alone. */
public final class SnapshotContents {

    private final GitRepository repository;

    public SnapshotContents(GitRepository repository) {
        this.repository = repository;
    }

    /** What a snapshot holds; what was untracked when it was taken counts as added. */
    public Contents of(Snapshot snapshot) {
        ObjectId base = snapshot.base().map(ObjectId::fromString).orElse(null);
        try (ObjectReader objects = repository.jgit().newObjectReader()) {
            return new TreeComparison(objects, Set.of(), List.of()).compare(base, ObjectId.fromString(snapshot.tree()));
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(repository.workTree(), e);
        }
    }
}
