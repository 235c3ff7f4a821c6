package io.github.snapsweep.snapshot;

import io.github.snapsweep.file.SharedFolders;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SnapshotProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that worktrees are in: made with the first of them, and gone with the last. */
public final class WorktreeFolder {

    private final GitRepository repository;
    private final Path path;

    /** Whether it is this one's work. */
    private boolean made;

    WorktreeFolder(GitRepository repository, Path path) {
        this.repository = repository;
        this.path = path.toAbsolutePath().normalize();
    }

    /** The one when no setting names another: {@code <repository>.worktrees}, beside the main work tree. */
    public static Path byDefault(GitRepository repository) {
        Path main = mainTree(repository);
        return main.resolveSibling(main.getFileName() + ".worktrees");
    }

    /** The main work tree; of a bare repository, that one. */
    static Path mainTree(GitRepository repository) {
        Path common = repository.commonDirectory();
        return common.endsWith(".git") ? common.resolveSibling("").normalize() : common;
    }

    Path path() {
        return path;
    }

    /**
     * Makes sure, before anything else is made, that it can be written to, or made. Nothing of it stays.
     *
     * @throws Problem when it cannot
     */
    void requireWritable() {
        try {
            if (realPlace(path).startsWith(repository.commonDirectory().toRealPath())) {
                throw SnapshotProblems.worktreesInGit(path);
            }
            FileTrees.requireWritable(path);
        } catch (IOException e) {
            throw SnapshotProblems.worktreeFolder(path, e);
        }
    }

    /** Where a folder is, or would be, links followed. */
    private static Path realPlace(Path folder) throws IOException {
        Path parent = folder.getParent();
        return parent == null || Files.exists(folder)
                ? folder.toRealPath()
                : realPlace(parent).resolve(folder.getFileName());
    }

    /** Makes a folder for a worktree, and this one around it. */
    void make(Path worktree) throws IOException {
        made |= !Files.exists(path);
        SharedFolders.BY_UMASK.in(path, () -> Files.createDirectories(worktree));
    }

    /** Removes what a worktree leaves empty: each rerun has a folder of its own below this one. */
    void dropIfEmpty(Path worktree) {
        Path parent = worktree.getParent();
        if (parent != null && !parent.equals(path) && parent.startsWith(path)) {
            deleteIfEmpty(parent);
        }
        dropIfEmpty();
    }

    /** The folder beside the repository is there for worktrees alone; one that a setting names, if it was made for one. */
    void dropIfEmpty() {
        if (made || path.equals(byDefault(repository))) {
            deleteIfEmpty(path);
        }
    }

    private static void deleteIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            return; // it holds other worktrees
        }
    }
}
