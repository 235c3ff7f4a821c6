package io.github.snapsweep.snapshot;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
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
        try (DirectoryStream<Path> parent = Files.newDirectoryStream(absolute.resolveSibling(""))) {
            if (parent instanceof SecureDirectoryStream<Path> held) {
                delete(held, absolute, order);
            } else {
                deleteByPaths(absolute, order);
            }
        } catch (NoSuchFileException e) {
            return; // somebody else deletes it too
        }
    }

    /**
     * Each folder is held open while what is in it is deleted by its name there, see unlinkat(2): a folder that somebody
     * puts a link in the place of in the meantime leads nowhere else.
     */
    private static void delete(SecureDirectoryStream<Path> parent, Path path, ToIntFunction<String> order)
            throws IOException {
        Path name = path.getFileName();
        try {
            boolean folder = isFolder(parent, name);
            try {
                if (folder) {
                    deleteFolder(parent, path, order);
                } else {
                    parent.deleteFile(name);
                }
            } catch (NoSuchFileException e) {
                return; // somebody else deletes it too
            } catch (FileSystemException e) {
                if (isFolder(parent, name) != folder) {
                    delete(parent, path, order); // it has become something else
                } else if (folder || !isOpenElsewhere(path)) {
                    throw told(e, path);
                }
            }
        } catch (NoSuchFileException e) {
            return;
        }
    }

    private static boolean isFolder(SecureDirectoryStream<Path> parent, Path name) throws IOException {
        return parent.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
    }

    /** With the whole path: what is deleted in a folder is known there by its name alone. */
    private static FileSystemException told(FileSystemException e, Path path) {
        if (e.getFile() != null && Path.of(e.getFile()).isAbsolute()) {
            return e;
        }
        FileSystemException told = e instanceof AccessDeniedException
                ? new AccessDeniedException(path.toString(), null, e.getReason())
                : e instanceof DirectoryNotEmptyException
                        ? new DirectoryNotEmptyException(path.toString())
                        : new FileSystemException(path.toString(), null, e.getReason());
        told.initCause(e);
        return told;
    }

    /** What came to a folder meanwhile goes too; what is open in it is waited for. */
    private static void deleteFolder(SecureDirectoryStream<Path> parent, Path path, ToIntFunction<String> order)
            throws IOException {
        for (int tries = 1; ; tries++) {
            boolean anyOpen = deleteContent(parent, path, order);
            try {
                parent.deleteDirectory(path.getFileName());
                return;
            } catch (DirectoryNotEmptyException e) {
                if (tries == TRIES) {
                    throw anyOpen ? new FileSystemException(path.toString(), null, OPEN) : e;
                }
                pause();
            }
        }
    }

    /** Whether there was anything in it that a process still has open. */
    private static boolean deleteContent(SecureDirectoryStream<Path> parent, Path path, ToIntFunction<String> order)
            throws IOException {
        try (SecureDirectoryStream<Path> folder =
                parent.newDirectoryStream(path.getFileName(), LinkOption.NOFOLLOW_LINKS)) {
            List<Path> children = new ArrayList<>();
            folder.forEach(child -> children.add(path.resolve(child.getFileName())));
            children.sort(Comparator.comparingInt(
                    child -> order.applyAsInt(child.getFileName().toString())));
            for (Path child : children) {
                delete(folder, child, any -> 0);
            }
            return children.stream().anyMatch(FileTrees::isOpenElsewhere);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Where the system knows no other way. */
    private static void deleteByPaths(Path root, ToIntFunction<String> order) throws IOException {
        if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            List<Path> inOrder = new ArrayList<>(children(root));
            inOrder.sort(Comparator.comparingInt(
                    child -> order.applyAsInt(child.getFileName().toString())));
            for (Path child : inOrder) {
                walk(child);
            }
        }
        walk(root);
    }

    private static void walk(Path root) throws IOException {
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
                    walk(child);
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
