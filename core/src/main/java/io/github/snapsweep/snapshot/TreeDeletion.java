package io.github.snapsweep.snapshot;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Deletes a folder and all in it, whoever else is at it: what is gone already is fine, what came meanwhile goes too, and what
 * has become a link is deleted as one.
 */
final class TreeDeletion {

    /** NFS gives a file that is deleted while a process has it open such a name, under which it cannot be deleted. */
    private static final String OPEN_ELSEWHERE = ".nfs";

    private static final String OPEN = "a process still has files in it open (" + OPEN_ELSEWHERE + "...)";
    private static final int TRIES = 10;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private TreeDeletion() {}

    /**
     * Deletes what has a name.
     *
     * @param order a rank for each name right in it: the lowest go first
     */
    static void delete(OpenFolder parent, Path name, ToIntFunction<String> order) throws IOException {
        try {
            boolean folder = parent.isFolder(name);
            try {
                if (folder) {
                    deleteFolder(parent, name, order);
                } else {
                    parent.deleteFile(name);
                }
            } catch (NoSuchFileException e) {
                return; // somebody else deletes it too
            } catch (FileSystemException e) {
                if (parent.isFolder(name) != folder) {
                    delete(parent, name, order); // it has become something else
                } else if (folder || !isOpenElsewhere(name)) {
                    throw located(e, parent.path().resolve(name));
                }
            }
        } catch (NoSuchFileException e) {
            return;
        }
    }

    private static void deleteFolder(OpenFolder parent, Path name, ToIntFunction<String> order) throws IOException {
        for (int tries = 1; ; tries++) {
            List<Path> names;
            try (OpenFolder folder = parent.open(name)) {
                names = new ArrayList<>(folder.names());
                names.sort(Comparator.comparingInt(child -> order.applyAsInt(child.toString())));
                for (Path child : names) {
                    delete(folder, child, any -> 0);
                }
            }
            try {
                parent.deleteFolder(name);
                return;
            } catch (DirectoryNotEmptyException e) {
                if (tries == TRIES) {
                    throw names.stream().anyMatch(TreeDeletion::isOpenElsewhere)
                            ? new FileSystemException(
                                    parent.path().resolve(name).toString(), null, OPEN)
                            : e;
                }
                pause();
            }
        }
    }

    /** A held folder names what it cannot delete without the path to it. */
    private static FileSystemException located(FileSystemException failure, Path path) {
        if (failure.getFile() != null && Path.of(failure.getFile()).isAbsolute()) {
            return failure;
        }
        FileSystemException located = failure instanceof AccessDeniedException
                ? new AccessDeniedException(path.toString(), null, failure.getReason())
                : failure instanceof DirectoryNotEmptyException
                        ? new DirectoryNotEmptyException(path.toString())
                        : new FileSystemException(path.toString(), null, failure.getReason());
        located.initCause(failure);
        return located;
    }

    private static boolean isOpenElsewhere(Path name) {
        return name.toString().startsWith(OPEN_ELSEWHERE);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
