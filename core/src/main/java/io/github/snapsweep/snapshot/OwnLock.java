package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.Durability;
import io.github.snapsweep.git.SharedPermissions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Git's lock on one of its files, {@code <file>.lock}: who makes it holds it, and the new content is in it until it is
 * renamed. Git leaves one behind when it is killed, and so does JGit, and then nobody knows whether its holder lives. This
 * one is the second name of a file in a folder of this process: once the process is dead, a lock that is still the same file
 * is known to be nobody's.
 */
final class OwnLock implements AutoCloseable {

    private static final String PLACE = ".place";

    private final Path file;
    private final Path lock;
    private final Path own;
    private boolean held = true;

    private OwnLock(Path file, Path lock, Path own) {
        this.file = file;
        this.lock = lock;
        this.own = own;
    }

    /**
     * Takes the lock on a file.
     *
     * @param folder one of this process, on the same file system, that the next one clears away should this one die
     * @return empty when somebody else has it
     */
    static Optional<OwnLock> take(Path file, Path folder) throws IOException {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        Path own = Files.createDirectories(folder).resolve(UUID.randomUUID().toString());
        Files.writeString(place(own), lock.toString());
        Files.createFile(own);
        try {
            link(lock, own);
            return Optional.of(new OwnLock(file, lock, own));
        } catch (FileAlreadyExistsException e) {
            discard(own);
            return Optional.empty();
        }
    }

    /** Where the file system knows no second names, the lock is one as git's own. */
    private static void link(Path lock, Path own) throws IOException {
        try {
            Files.createLink(lock, own);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.createFile(lock);
        }
    }

    /** What the file is to hold. */
    OwnLock write(String text) throws IOException {
        Files.writeString(lock, text, StandardCharsets.ISO_8859_1);
        return this;
    }

    /** Gives the file its new content, and the lock back. */
    void commit(SharedPermissions permissions, Durability durability) throws IOException {
        permissions.share(lock);
        durability.hardenReference(lock);
        Files.move(lock, file, StandardCopyOption.ATOMIC_MOVE);
        held = false;
    }

    /** Gives the file other content, and keeps the lock. */
    void replace(String text, SharedPermissions permissions, Durability durability) throws IOException {
        Path content = own.resolveSibling(own.getFileName() + ".new");
        Files.writeString(content, text, StandardCharsets.ISO_8859_1);
        permissions.share(content);
        durability.hardenReference(content);
        Files.move(content, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Gives the lock back, if it was not by a commit. */
    @Override
    public void close() throws IOException {
        if (held) {
            Files.deleteIfExists(lock);
            held = false;
        }
        discard(own);
    }

    /** Gives the locks back that a dead process held, whose folder this was. */
    static void releaseAll(Path folder) throws IOException {
        try (var places = Files.newDirectoryStream(folder, "*" + PLACE)) {
            for (Path place : places) {
                String name = place.getFileName().toString();
                Path own = place.resolveSibling(name.substring(0, name.length() - PLACE.length()));
                Path lock = Path.of(Files.readString(place));
                if (isSame(own, lock)) {
                    Files.deleteIfExists(lock);
                }
                discard(own);
            }
        }
    }

    /** A lock that was renamed to its file, or was never taken, is another one's by now, or nobody's. */
    private static boolean isSame(Path own, Path lock) throws IOException {
        try {
            return Files.isSameFile(own, lock);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void discard(Path own) throws IOException {
        Files.deleteIfExists(own);
        Files.deleteIfExists(place(own));
    }

    private static Path place(Path own) {
        return own.resolveSibling(own.getFileName() + PLACE);
    }
}
