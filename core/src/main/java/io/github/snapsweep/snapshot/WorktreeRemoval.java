package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Removes worktrees: moved aside first, where nobody works in them by their names any more, then deleted. Links are never
 * followed.
 *
 * @param folder where they are, which goes with the last
 */
record WorktreeRemoval(WorktreeFolder folder, Host host) {

    /** A last look at a worktree that is about to go. */
    @FunctionalInterface
    interface LastLook {

        /**
         * Whether it may go.
         *
         * @param aside where it is now, out of reach of everybody
         */
        boolean agrees(WorktreeAdministration administration, Path aside) throws IOException;
    }

    /**
     * Removes a worktree that nobody has locked.
     *
     * @return whether it is gone; false when it was locked meanwhile, or the last look is against it: it is where it was
     */
    boolean remove(Worktree worktree, LastLook look) {
        WorktreeAdministration administration = new WorktreeAdministration(worktree.administration());
        Path aside = WorkClaim.aside(worktree.path());
        try {
            boolean taken = WorktreeAdministration.ifThere(
                            () -> Optional.of(administration.exclusively(() -> take(administration, worktree, aside))))
                    .orElse(false);
            if (!taken) {
                return false;
            }
            if (!mayGo(administration, aside, look)) {
                return false;
            }
            FileTrees.delete(aside);
            administration.delete();
            folder.dropIfEmpty(worktree.path());
            return true;
        } catch (IOException e) {
            throw SnapshotProblems.worktreeNotRemoved(worktree.path(), e);
        }
    }

    private boolean take(WorktreeAdministration administration, Worktree worktree, Path aside) throws IOException {
        if (administration.reason().isPresent() || !administration.isWhole()) {
            return false;
        }
        administration.claimForALook(aside, host);
        try {
            Files.move(worktree.path(), aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            administration.unlock("");
            throw e;
        }
        return true;
    }

    private boolean mayGo(WorktreeAdministration administration, Path aside, LastLook look) throws IOException {
        boolean agreed = false;
        try {
            agreed = look.agrees(administration, aside);
        } finally {
            if (!agreed) {
                administration.exclusively(() -> putBack(administration, aside));
            }
        }
        if (agreed) {
            administration.claim(aside, host);
        }
        return agreed;
    }

    private static Path putBack(WorktreeAdministration administration, Path aside) throws IOException {
        administration.putBack(aside, List.of());
        return aside;
    }
}
