package io.github.snapsweep.snapshot;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Whole trees of files on disk. Links are things of their own here: never followed. */
public final class FileTrees {

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
                delete(held, absolute.getFileName(), order);
            } else {
                deleteByPaths(absolute, order);
            }
        } catch (NoSuchFileException e) {
            return; // nothing there
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /**
     * Each folder is held open while what is in it is deleted by its name there, see unlinkat(2): a folder that somebody
     * puts a link in the place of in the meantime leads nowhere else.
     */
    private static void delete(SecureDirectoryStream<Path> parent, Path name, ToIntFunction<String> order)
            throws IOException {
        try {
            boolean folder = isFolder(parent, name);
            try {
                if (folder) {
                    deleteFolder(parent, name, order);
                } else {
                    parent.deleteFile(name);
                }
            } catch (NoSuchFileException e) {
                return; // somebody else deletes it too
            } catch (FileSystemException e) {
                if (isFolder(parent, name) == folder) {
                    throw e;
                }
                delete(parent, name, order); // it has become something else
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

    private static void deleteFolder(SecureDirectoryStream<Path> parent, Path name, ToIntFunction<String> order)
            throws IOException {
        try (SecureDirectoryStream<Path> folder = parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            List<Path> names = new ArrayList<>();
            folder.forEach(child -> names.add(child.getFileName()));
            names.sort(Comparator.comparingInt(child -> order.applyAsInt(child.toString())));
            for (Path child : names) {
                delete(folder, child, any -> 0);
            }
        }
        parent.deleteDirectory(name);
    }

    /** Where the system knows no other way. */
    private static void deleteByPaths(Path root, ToIntFunction<String> order) throws IOException {
        if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            List<Path> children;
            try (var all = Files.list(root)) {
                children = all.sorted(Comparator.comparingInt(
                                child -> order.applyAsInt(child.getFileName().toString())))
                        .toList();
            }
            for (Path child : children) {
                walk(child);
            }
        }
        Files.deleteIfExists(root);
    }

    private static void walk(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
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
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
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
