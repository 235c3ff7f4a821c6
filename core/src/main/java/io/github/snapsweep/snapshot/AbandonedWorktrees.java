package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
            Optional<Path> doomed = administration.exclusively(() -> putBackOrDoom(administration));
            if (doomed.isPresent()) {
                remove(administration, doomed.get());
            }
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

    /** What is half there, which nobody else takes any more; empty when there is nothing that is to go. */
    private Optional<Path> putBackOrDoom(WorktreeAdministration administration) throws IOException {
        Optional<WorkClaim> left = administration.abandoned(host);
        if (left.isPresent()
                && left.get().looking()
                && Files.isDirectory(left.get().folder())) {
            administration.putBack(left.get().folder(), List.of());
            return Optional.empty();
        }
        return left.isPresent() || isGone(administration)
                ? Optional.of(doom(administration, left.map(WorkClaim::folder)))
                : Optional.empty();
    }

    private Path doom(WorktreeAdministration administration, Optional<Path> half) throws IOException {
        Path doomed = half.orElseGet(() ->
                WorkClaim.aside(folder.path().resolve(administration.folder().getFileName())));
        administration.claim(doomed, host);
        return doomed;
    }

    /** While none of its files is open: NFS keeps those that are, and their folder with them. */
    private void remove(WorktreeAdministration administration, Path doomed) throws IOException {
        FileTrees.delete(doomed);
        if (administration.isWhole()) {
            administration.exclusively(() -> unlocked(administration));
        } else {
            administration.delete();
            folder.dropIfEmpty(doomed);
            folder.dropIfEmpty();
        }
    }

    /** For whom has not locked it meanwhile: whoever finds it whole may. */
    private static WorktreeAdministration unlocked(WorktreeAdministration administration) throws IOException {
        administration.unlock("");
        return administration;
    }

    /** Lets git forget a worktree that is gone, whoever has locked it; what somebody has at work aside is not. */
    void forget(WorktreeAdministration administration) throws IOException {
        WorktreeAdministration.ifThere(() -> {
            Optional<Path> doomed =
                    administration.exclusively(() -> administration.isClaimed() || administration.isPlaced()
                            ? Optional.<Path>empty()
                            : Optional.of(doom(administration, Optional.empty())));
            if (doomed.isPresent()) {
                administration.delete();
            }
            return doomed;
        });
    }
}
