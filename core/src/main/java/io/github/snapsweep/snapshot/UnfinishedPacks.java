package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ObjectPack;
import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where packs are until they are part of a repository, and by what a lock is known to be a process's own: {@code
 * .git/snapsweep/<process>@<host>-<unique>}.
 */
final class UnfinishedPacks {

    private static final Pattern NAME = Pattern.compile("(\\d+)@(.+)-[0-9a-f-]{36}");

    private UnfinishedPacks() {}

    static ObjectPack start(GitRepository repository, Host host) {
        return new ObjectPack(ownFolder(repository, host));
    }

    /** A folder for what this process leaves when it dies, not made yet: the next one clears it away. */
    static Path ownFolder(GitRepository repository, Host host) {
        String name = ProcessHandle.current().pid() + "@" + host.name() + "-" + UUID.randomUUID();
        return folder(repository).resolve(name);
    }

    private static Path folder(GitRepository repository) {
        return repository.commonDirectory().resolve("snapsweep");
    }

    /** Removes what processes of this host left that died. */
    static void cleanUp(GitRepository repository, Host host) {
        Path folder = folder(repository);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var folders = Files.list(folder)) {
            for (Path left : folders.toList()) {
                cleanUp(left, host);
            }
        } catch (IOException e) {
            throw SnapshotProblems.captureFailed(repository.workTree(), e);
        }
    }

    private static void cleanUp(Path left, Host host) throws IOException {
        try {
            if (isLeft(left, host)) {
                OwnLock.releaseAll(left);
                ObjectPack.discard(left);
            }
        } catch (NoSuchFileException e) {
            return; // it ended meanwhile, or another one clears it away
        }
    }

    /** Only what is this user's own: of others' processes it cannot be told everywhere whether they live. */
    private static boolean isLeft(Path path, Host host) throws IOException {
        Matcher name = NAME.matcher(path.getFileName().toString());
        return name.matches()
                && name.group(2).equals(host.name())
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                && Files.getOwner(path).getName().equals(System.getProperty("user.name"));
    }
}
