package io.github.snapsweep.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Folders that others make something in too, and remove when they find them empty: {@code git pack-refs} those of branches,
 * {@code git worktree prune} that of worktrees, another process of this tool the one that worktrees are in.
 *
 * @param sharing lets others use a new one
 */
public record SharedFolders(Sharing sharing) {

    /** Each time somebody else has to be there in the very moment between two steps. */
    private static final int TRIES = 20;

    /** Those that the user's umask alone opens to others. */
    public static final SharedFolders BY_UMASK = new SharedFolders(folder -> {});

    /** Gives a new folder the permissions that it needs. */
    @FunctionalInterface
    public interface Sharing {
        void share(Path folder) throws IOException;
    }

    /** Makes the first thing in a folder, which keeps others from removing it. */
    @FunctionalInterface
    public interface Making<T> {
        T make() throws IOException;
    }

    /**
     * Makes a folder, with those around it, and something in it; once more when the folder was removed between the two.
     *
     * @throws IOException when it cannot be made, whoever else is at work
     */
    public <T> T in(Path folder, Making<T> making) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                make(folder);
                return making.make();
            } catch (NoSuchFileException | FileNotFoundException | FileAlreadyExistsException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Makes a folder that is not there, with those around it. */
    public void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            make(folder.resolveSibling(""));
            Files.createDirectories(folder);
            sharing.share(folder);
        }
    }
}
