package io.github.snapsweep.snapshot;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.ToIntFunction;

/** Whole trees of files on disk. Links are things of their own here: never followed. */
public final class FileTrees {

    /** Each time somebody else has to be there in the very moment between two steps. */
    private static final int TRIES = 5;

    private FileTrees() {}

    /** Deletes a folder and all in it; a link is deleted, what it points to stays. Nothing there is fine. */
    public static void delete(Path root) throws IOException {
        delete(root, name -> 0);
    }

    /**
     * The same in an order: a tree that is half gone when somebody is killed can still be told for what it is.
     *
     * @param order a rank for the name of each file and folder right in the root: the lowest go first
     */
    public static void delete(Path root, ToIntFunction<String> order) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path absolute = root.toAbsolutePath();
        try (OpenFolder parent = OpenFolder.of(absolute.resolveSibling(""))) {
            TreeDeletion.delete(parent, absolute.getFileName(), order);
        } catch (NoSuchFileException e) {
            return; // nothing there
        }
    }

    /** Moves a folder to where nothing is; false when there is something. */
    static boolean moveToNothing(Path folder, Path to) throws IOException {
        for (int tries = 1; ; tries++) {
            if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                return false; // a folder in which nothing is would be replaced
            }
            try {
                Files.move(folder, to, StandardCopyOption.ATOMIC_MOVE);
                return true;
            } catch (FileSystemException e) {
                if (tries == TRIES) {
                    throw e; // it was not in the way of something that came, or has gone since
                }
            }
        }
    }

    /**
     * Makes sure, before anything is made, that a folder can be written to, or made. Nothing of it stays.
     *
     * @throws IOException when it cannot, with the folder that stands in the way
     */
    public static void requireWritable(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null && !Files.exists(folder)) {
            requireWritable(parent);
        } else if (!Files.isDirectory(folder)) {
            throw new FileSystemException(folder.toString(), null, "not a folder");
        } else if (!Files.isWritable(folder)) { // asks the system, which knows of file systems that are read-only too
            throw Files.getFileStore(folder).isReadOnly()
                    ? new FileSystemException(folder.toString(), null, "Read-only file system")
                    : new AccessDeniedException(folder.toString());
        }
    }

    /** The bytes of all files in a folder. */
    public static long size(Path root) throws IOException {
        long[] total = {0};
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                total[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // it goes just now
                }
                throw failure;
            }
        });
        return total[0];
    }
}
