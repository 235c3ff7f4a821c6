package io.github.snapsweep.snapshot;

import io.github.snapsweep.file.SharedFolders;
import io.github.snapsweep.git.ObjectPack;
import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.process.WorkName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where packs and git's folders for worktrees are until they are part of a repository, and by what a lock is known to be a
 * process's own: {@code .git/snapsweep/<process>@<host>-<unique>}.
 */
final class UnfinishedWork {

    private UnfinishedWork() {}

    static ObjectPack startPack(GitRepository repository, Host host) {
        try {
            return new ObjectPack(ownFolder(repository, host));
        } catch (IOException e) {
            throw SnapshotProblems.captureFailed(repository.workTree(), e);
        }
    }

    /** A folder for what this process leaves when it dies, not made yet: the next one clears it away. */
    static Path ownFolder(GitRepository repository, Host host) throws IOException {
        Path folder = folder(repository);
        if (repository.permissions().areShared()) {
            new SharedFolders(repository.permissions()::share).make(folder);
        }
        return folder.resolve(WorkName.next(host));
    }

    private static Path folder(GitRepository repository) {
        return repository.commonDirectory().resolve("snapsweep");
    }

    /** Removes what processes of this host left that died. */
    static void cleanUp(GitRepository repository, Host host) {
        try {
            for (Path left : left(repository, host)) {
                take(repository, host, left);
            }
        } catch (IOException e) {
            throw SnapshotProblems.captureFailed(repository.workTree(), e);
        }
    }

    /** What processes of this host left that died. */
    static List<Path> left(GitRepository repository, Host host) throws IOException {
        List<Path> left = new ArrayList<>();
        for (Path path : all(repository)) {
            if (WorkName.isLeft(path, "", host)) {
                left.add(path);
            }
        }
        return left;
    }

    /** All that there are, those of processes at work too. */
    static List<Path> all(GitRepository repository) throws IOException {
        Path folder = folder(repository);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var folders = Files.list(folder)) {
            return folders.toList();
        }
    }

    /** Discards what a process left that died. Only one process does: it is its own first. */
    static void take(GitRepository repository, Host host, Path left) throws IOException {
        Path own = ownFolder(repository, host);
        try {
            Files.setLastModifiedTime(left, FileTime.from(Instant.now())); // since when this process has it
            Files.move(left, own, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return; // another one has it
        }
        discard(own);
    }

    static void discard(Path left) throws IOException {
        try {
            OwnLock.releaseAll(left);
            ObjectPack.discard(left);
        } catch (NoSuchFileException e) {
            return; // another one clears it away
        }
    }
}
