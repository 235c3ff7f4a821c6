package io.github.snapsweep.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A worktree that was moved, or whose repository was: it and git's folder for it have lost each other. Mended as {@code
 * git worktree repair} does.
 *
 * @param folder where worktrees are now
 */
record MovedWorktree(GitRepository repository, Path folder, WorktreeAdministration administration) {

    /** How to bring the two together; empty when the worktree is nowhere to be found. */
    Optional<Ailment> look() throws IOException {
        Optional<Path> root = root();
        return root.map(found -> Ailment.mendable(
                "worktree " + found + " and its repository have lost each other: one of them was moved",
                "each is told where the other is",
                () -> administration.isNowAt(found)));
    }

    private Optional<Path> root() throws IOException {
        if (!Files.exists(administration.folder().resolve("gitdir"))) {
            return Optional.empty();
        }
        Path recorded = administration.worktree();
        if (isMeant(recorded)) {
            return Optional.of(recorded);
        }
        Path beside = folder.resolve(recorded.getFileName());
        return !Files.exists(recorded) && isMeant(beside) ? Optional.of(beside) : Optional.empty();
    }

    /** Whether a folder points to where git's folder for it was before. */
    private boolean isMeant(Path root) throws IOException {
        Path file = root.resolve(".git");
        if (!Files.isRegularFile(file)) {
            return false;
        }
        String text = Files.readString(file).strip();
        Path pointed = Path.of(
                text.startsWith(WorktreeAdministration.POINTER)
                        ? text.substring(WorktreeAdministration.POINTER.length())
                        : "");
        return pointed.endsWith(
                        Path.of("worktrees").resolve(administration.folder().getFileName()))
                && (!Files.exists(pointed) || pointed.equals(administration.folder()));
    }
}
