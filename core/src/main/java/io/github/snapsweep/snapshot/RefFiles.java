package io.github.snapsweep.snapshot;

import io.github.snapsweep.file.SharedFolders;
import io.github.snapsweep.git.Durability;
import io.github.snapsweep.git.SharedPermissions;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.RefDirectory;
import org.eclipse.jgit.internal.storage.file.ReflogWriter;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;

/**
 * Branches as files, see gitrepository-layout(5): made and deleted under git's own locks, which outlive a process that is
 * killed no longer than until the next run.
 */
final class RefFiles {

    private static final String PACKED = "packed-refs";

    /** Somebody else's {@code git pack-refs} or {@code git gc} is waited for so long: git's own core.packedRefsTimeout. */
    private static final int TRIES = 40;

    /** And so long where it locks one branch to pack it: the default of git's core.filesRefLockTimeout. */
    private static final int TRIES_OF_ONE = 5;

    private static final long BETWEEN_TRIES = 25;

    private final GitRepository repository;
    private final Path common;
    private final SharedPermissions permissions;
    private final SharedFolders folders;
    private final Durability durability;

    RefFiles(GitRepository repository) {
        this.repository = repository;
        this.permissions = repository.permissions();
        this.folders = new SharedFolders(permissions::share);
        this.durability = repository.durability();
        this.common = repository.commonDirectory();
    }

    /** Makes a branch, its log first; false when there is one of this name, or somebody else is making it. */
    boolean create(String name, ObjectId commit, PersonIdent who, String why) throws IOException {
        Path folder = UnfinishedWork.ownFolder(repository, Host.current());
        Path file = common.resolve(name);
        try (Scoped scope = new Scoped(folder)) {
            Optional<OwnLock> taken = take(file, scope);
            if (taken.isEmpty()) {
                return false;
            }
            try (OwnLock lock = taken.get()) {
                if (repository.jgit().exactRef(name) != null) {
                    return false;
                }
                log(name, commit, who, why);
                lock.write(commit.name() + "\n").commit(permissions, durability);
                return true;
            }
        }
    }

    /** Adds to the log of a branch; false when it is elsewhere or gone, or about to go. */
    boolean logAt(String name, ObjectId commit, PersonIdent who, String why) throws IOException {
        Path folder = UnfinishedWork.ownFolder(repository, Host.current());
        try (Scoped scope = new Scoped(folder)) {
            Optional<OwnLock> taken = take(TRIES, () -> take(common.resolve(name), scope));
            return taken.isPresent() && logAt(name, commit, who, why, taken.get());
        } finally {
            dropEmpty(common.resolve(name).resolveSibling(""), common.resolve("refs/heads")); // if it is packed
        }
    }

    private boolean logAt(String name, ObjectId commit, PersonIdent who, String why, OwnLock lock) throws IOException {
        try (lock) {
            boolean there = isAt(name, commit);
            if (there) {
                log(name, commit, who, why);
            }
            return there;
        }
    }

    /** Adds to the log of a branch that stays where it is, or is about to be made. */
    private void log(String name, ObjectId commit, PersonIdent who, String why) throws IOException {
        if (repository.jgit().getRefDatabase() instanceof RefDirectory references) {
            ObjectId before = repository.jgit().exactRef(name) == null ? ObjectId.zeroId() : commit;
            Path log = common.resolve("logs").resolve(name);
            folders.in(log.resolveSibling(""), () -> {
                new ReflogWriter(references, true).log(name, before, commit, who, why);
                permissions.share(log);
                return log;
            });
        }
    }

    /** A last look at a branch that nobody else can change meanwhile. */
    @FunctionalInterface
    interface LastLook {

        /** Whether it may go. */
        boolean agrees() throws IOException;
    }

    /**
     * Deletes a branch with its log.
     *
     * @param look is asked when all that is to be locked is
     * @return false when it is elsewhere, is checked out, somebody else is changing it, or the last look is against it
     */
    boolean delete(String name, ObjectId commit, LastLook look) throws IOException {
        Path folder = UnfinishedWork.ownFolder(repository, Host.current());
        Path file = common.resolve(name);
        boolean deleted = false;
        try (Scoped scope = new Scoped(folder)) {
            Optional<OwnLock> taken = take(TRIES_OF_ONE, () -> take(file, scope));
            if (taken.isPresent()) {
                deleted = delete(name, commit, file, taken.get(), scope.folder, look);
            }
        }
        dropEmpty(file.resolveSibling(""), common.resolve("refs/heads"));
        dropEmpty(common.resolve("logs").resolve(name).resolveSibling(""), common.resolve("logs/refs/heads"));
        return deleted;
    }

    /** The lock on a branch, whose folder is not there while all in it are packed. */
    private Optional<OwnLock> take(Path file, Scoped scope) throws IOException {
        return folders.in(file.resolveSibling(""), () -> OwnLock.take(file, scope.folder));
    }

    private boolean delete(String name, ObjectId commit, Path file, OwnLock lock, Path folder, LastLook look)
            throws IOException {
        try (lock) {
            return isAt(name, commit)
                    && !repository.checkedOut().containsKey(name)
                    && deleteLocked(name, file, folder, look);
        }
    }

    private boolean isAt(String name, ObjectId commit) throws IOException {
        Ref ref = repository.jgit().exactRef(name);
        return ref != null && commit.equals(ref.getObjectId());
    }

    /**
     * Deletes it among the packed ones too, which stay locked until all of it is gone, as git has them: a {@code git
     * pack-refs} that had just read it would bring it back.
     */
    private boolean deleteLocked(String name, Path file, Path folder, LastLook look) throws IOException {
        Path packed = common.resolve(PACKED);
        Optional<OwnLock> taken = take(TRIES, () -> OwnLock.take(packed, folder));
        if (taken.isEmpty()) {
            return false;
        }
        try (OwnLock lock = taken.get()) {
            if (!look.agrees()) {
                return false;
            }
            removePacked(name, lock);
            Files.deleteIfExists(file);
            Files.deleteIfExists(common.resolve("logs").resolve(name));
            return true;
        }
    }

    private void removePacked(String name, OwnLock packed) throws IOException {
        String text = text(common.resolve(PACKED));
        if (text.lines().anyMatch(line -> line.endsWith(" " + name))) {
            packed.replace(without(name, text), permissions, durability);
        }
    }

    private static String text(Path packed) throws IOException {
        try {
            return Files.readString(packed, StandardCharsets.ISO_8859_1); // names are bytes
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** The lines but a branch's own, and the one behind it that tells what a tag leads to. */
    private static String without(String name, String packed) {
        StringBuilder kept = new StringBuilder();
        boolean dropping = false;
        for (String line : packed.lines().toList()) {
            dropping = line.endsWith(" " + name) || (dropping && line.startsWith("^"));
            if (!dropping) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }

    private static Optional<OwnLock> take(int tries, SharedFolders.Making<Optional<OwnLock>> once) throws IOException {
        Optional<OwnLock> taken = once.make();
        for (int again = 1; taken.isEmpty() && again < tries; again++) {
            pause();
            taken = once.make();
        }
        return taken;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The folders that a name with slashes needed, up to one that stays. */
    private static void dropEmpty(Path folder, Path stays) throws IOException {
        Path empty = folder;
        while (!empty.equals(stays) && empty.startsWith(stays)) {
            try {
                Files.deleteIfExists(empty);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
            empty = empty.resolveSibling("");
        }
    }

    /** A folder of this process, as long as it is needed. */
    private record Scoped(Path folder) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (Files.exists(folder)) {
                UnfinishedWork.discard(folder); // with a lock that could not be given back
            }
        }
    }
}
