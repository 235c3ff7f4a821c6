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
        UnfinishedPacks.cleanUp(repository, host);
        for (WorktreeAdministration administration : WorktreeAdministration.all(repository)) {
            WorktreeAdministration.ifThere(() -> cleanUp(administration));
        }
    }

    private Optional<Path> cleanUp(WorktreeAdministration administration) throws IOException {
        Optional<Path> abandoned = administration.abandoned(host);
        if (abandoned.isPresent()) {
            FileTrees.delete(abandoned.get());
            if (administration.isWhole()) {
                administration.unlock("");
            } else {
                administration.delete();
                folder.dropIfEmpty(abandoned.get());
            }
        } else if (administration.reason().isEmpty() && !administration.isPlaced()) {
            administration.delete(); // deleted by hand: as git worktree prune does
            folder.dropIfEmpty();
        }
        return abandoned;
    }
}
