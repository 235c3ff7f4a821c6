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

    /** Whether the worktree is there, and another repository's, which knows of it: this one is a copy of that. */
    boolean isOfAnotherRepository() throws IOException {
        if (!Files.exists(administration.folder().resolve("gitdir"))) {
            return false;
        }
        return pointed(administration.worktree())
                .filter(Files::isDirectory)
                .filter(pointed -> !pointed.startsWith(repository.commonDirectory()))
                .isPresent();
    }

    /** Whether a folder points to where git's folder for it was before. */
    private boolean isMeant(Path root) throws IOException {
        return pointed(root)
                .filter(pointed -> pointed.endsWith(
                        Path.of("worktrees").resolve(administration.folder().getFileName())))
                .filter(pointed -> !Files.exists(pointed) || pointed.equals(administration.folder()))
                .isPresent();
    }

    /** Where a worktree's {@code .git} file points to. */
    private static Optional<Path> pointed(Path root) throws IOException {
        Path file = root.resolve(".git");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file).strip();
        return text.startsWith(WorktreeAdministration.POINTER)
                ? Optional.of(root.resolve(text.substring(WorktreeAdministration.POINTER.length()))
                        .normalize())
                : Optional.empty();
    }
}
