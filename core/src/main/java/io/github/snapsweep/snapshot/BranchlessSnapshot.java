package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.SnapshotProblems;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** A snapshot whose branch was deleted: its commit stays until git gc finds that nothing leads to it. No ref is made. */
public final class BranchlessSnapshot {

    private BranchlessSnapshot() {}

    /**
     * The snapshot of a commit.
     *
     * @param ref the branch that it had
     * @return empty when the commit, or its tree, is not in the repository any more
     */
    public static Optional<Snapshot> of(GitRepository repository, String ref, String commit) {
        if (!ObjectId.isId(commit)) {
            return Optional.empty();
        }
        try (RevWalk commits = new RevWalk(repository.jgit())) {
            RevCommit found = commits.parseCommit(ObjectId.fromString(commit));
            return commits.getObjectReader().has(found.getTree())
                    ? Optional.of(snapshot(found, ref))
                    : Optional.empty();
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(repository.workTree(), e);
        }
    }

    private static Snapshot snapshot(RevCommit commit, String ref) {
        Optional<String> base = commit.getParentCount() == 0
                ? Optional.empty()
                : Optional.of(commit.getParent(0).name());
        return new Snapshot(
                ref,
                commit.name(),
                commit.getTree().name(),
                base,
                SnapshotCommit.branch(commit),
                commit.getCommitterIdent().getWhenAsInstant());
    }
}
