package io.github.snapsweep.snapshot;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whole trees of files on disk. Links are things of their own here: never followed. */
public final class FileTrees {

    private static final String OPEN_ELSEWHERE = ".nfs";
    private static final String OPEN = "a process still has files in it open (" + OPEN_ELSEWHERE + "...)";
    private static final int TRIES = 10;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private FileTrees() {}

    /** Deletes a folder and all in it; a link is deleted, what it points to stays. Nothing there is fine. */
    public static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                deleteFile(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // somebody else deletes it too
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                deleteFolder(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** NFS gives a file that is deleted while a process has it open another name, under which it cannot be deleted. */
    private static void deleteFile(Path file) throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (FileSystemException e) {
            if (!isOpenElsewhere(file)) {
                throw e;
            }
        }
    }

    private static boolean isOpenElsewhere(Path file) {
        return file.getFileName().toString().startsWith(OPEN_ELSEWHERE);
    }

    /** What came to a folder meanwhile goes too; what is open in it is waited for. */
    private static void deleteFolder(Path folder) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                Files.deleteIfExists(folder);
                return;
            } catch (DirectoryNotEmptyException e) {
                if (tries == TRIES) {
                    throw isAnyOpen(folder) ? new FileSystemException(folder.toString(), null, OPEN) : e;
                }
                pause();
                for (Path child : children(folder)) {
                    delete(child);
                }
            }
        }
    }

    private static boolean isAnyOpen(Path folder) throws IOException {
        return children(folder).stream().anyMatch(FileTrees::isOpenElsewhere);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        } catch (NoSuchFileException e) {
            return List.of(); // somebody else deletes it too
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
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
