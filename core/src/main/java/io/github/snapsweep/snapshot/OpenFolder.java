package io.github.snapsweep.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** A folder in which files are deleted by their names. */
sealed interface OpenFolder extends Closeable {

    /** Where it is, or was when it was opened. */
    Path path();

    /** What is in it now. */
    List<Path> names() throws IOException;

    /** Whether a name is that of a folder, and of no link to one. */
    boolean isFolder(Path name) throws IOException;

    void deleteFile(Path name) throws IOException;

    /** Deletes a folder in which nothing is. */
    void deleteFolder(Path name) throws IOException;

    /** A folder in it; a link to one is none. */
    OpenFolder open(Path name) throws IOException;

    @SuppressWarnings("StreamResourceLeak") // it is closed with the folder
    static OpenFolder of(Path path) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(path);
        if (stream instanceof SecureDirectoryStream<Path> held) {
            return new Held(held, path);
        }
        stream.close();
        return new Named(path);
    }

    /**
     * Held open, and what is in it is named from there, see unlinkat(2): when somebody puts a link in its place in the
     * meantime, that leads nowhere else.
     */
    record Held(SecureDirectoryStream<Path> stream, Path path) implements OpenFolder {

        @Override
        public List<Path> names() throws IOException {
            try {
                List<Path> names = new ArrayList<>();
                stream.forEach(child -> names.add(child.getFileName()));
                return names;
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }

        @Override
        public boolean isFolder(Path name) throws IOException {
            return stream.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes()
                    .isDirectory();
        }

        @Override
        public void deleteFile(Path name) throws IOException {
            stream.deleteFile(name);
        }

        @Override
        public void deleteFolder(Path name) throws IOException {
            stream.deleteDirectory(name);
        }

        @Override
        public OpenFolder open(Path name) throws IOException {
            return new Held(stream.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS), path.resolve(name));
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    /** By its path, where the system knows no other way. */
    record Named(Path path) implements OpenFolder {

        @Override
        public List<Path> names() throws IOException {
            try (var children = Files.list(path)) {
                return children.map(Path::getFileName).toList();
            }
        }

        @Override
        public boolean isFolder(Path name) throws IOException {
            return Files.readAttributes(path.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isDirectory();
        }

        @Override
        public void deleteFile(Path name) throws IOException {
            Files.delete(path.resolve(name));
        }

        @Override
        public void deleteFolder(Path name) throws IOException {
            Files.delete(path.resolve(name));
        }

        @Override
        public OpenFolder open(Path name) {
            return new Named(path.resolve(name));
        }

        @Override
        public void close() {}
    }
}
