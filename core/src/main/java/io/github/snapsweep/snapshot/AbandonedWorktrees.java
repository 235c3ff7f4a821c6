package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The worktrees whose process died while it made or removed them, and those that were deleted by hand.
 *
 * @param folder where they are, which goes with the last
 */
record AbandonedWorktrees(GitRepository repository, WorktreeFolder folder, Host host) {

    /** Removes what is half there, frees what is whole, and lets git forget what is gone. */
    void tidy() {
        try {
            cleanUp();
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(repository.workTree(), e);
        }
    }

    /** The same, within something else. */
    void cleanUp() throws IOException {
        UnfinishedWork.cleanUp(repository, host);
        for (WorktreeAdministration administration : WorktreeAdministration.all(repository)) {
            WorktreeAdministration.ifThere(() -> cleanUp(administration));
        }
    }

    /** What somebody has taken since it was looked at is not abandoned. */
    private Optional<WorktreeAdministration> cleanUp(WorktreeAdministration administration) throws IOException {
        if (administration.isOwn() && isAbandoned(administration)) {
            administration.exclusively(() -> isAbandoned(administration) && remove(administration));
        }
        return Optional.of(administration);
    }

    private boolean isAbandoned(WorktreeAdministration administration) throws IOException {
        return administration.abandoned(host).isPresent() || isGone(administration);
    }

    /** Deleted by hand: git worktree prune removes what git has of it, and so does this. */
    private static boolean isGone(WorktreeAdministration administration) throws IOException {
        return administration.reason().isEmpty() && !administration.isPlaced();
    }

    private boolean remove(WorktreeAdministration administration) throws IOException {
        Optional<Path> half = administration.abandoned(host);
        if (half.isPresent()) {
            FileTrees.delete(half.get());
        }
        if (administration.isWhole()) {
            administration.unlock("");
        } else {
            administration.delete();
            half.ifPresent(folder::dropIfEmpty);
            folder.dropIfEmpty();
        }
        return true;
    }
}
