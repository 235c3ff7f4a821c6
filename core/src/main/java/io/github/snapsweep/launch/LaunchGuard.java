package io.github.snapsweep.launch;

import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.progress.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other commands off a launch while one sends its tasks or changes its record. The kernel holds the lock, see
 * fcntl(2), so that it ends with its holder however that ends; over NFS and Lustre the file server does, where it is
 * mounted with locks.
 */
final class LaunchGuard {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    /** Those of this process: to look at such a file through another channel would give the lock up, see fcntl(2). */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final @Nullable FileChannel channel;

    private LaunchGuard(Path file, @Nullable FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Work on a launch that no other command may do at the same time. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    /**
     * Does such work, after waiting some seconds for another command to end.
     *
     * @throws io.github.snapsweep.problem.Problem when another command is at work
     */
    static <T> T with(LaunchFolder folder, Progress progress, Work<T> work) throws IOException, InterruptedException {
        LaunchGuard guard = take(folder, progress);
        try {
            return work.run();
        } finally {
            release(guard.file, guard.channel);
        }
    }

    private static LaunchGuard take(LaunchFolder folder, Progress progress) throws IOException, InterruptedException {
        Path file = folder.path().resolve("lock").toAbsolutePath().normalize();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!OURS.add(file)) {
            pause(deadline, folder);
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            while (channel.tryLock() == null) {
                pause(deadline, folder);
            }
            return new LaunchGuard(file, channel);
        } catch (IOException e) {
            release(file, channel);
            if (!Files.isWritable(folder.path())) {
                throw e;
            }
            progress.warn("the file system of " + folder.path() + " has no locks (" + e.getMessage()
                    + "): let no two commands send or cancel tasks of one launch at a time");
            OURS.add(file);
            return new LaunchGuard(file, null);
        } catch (InterruptedException | RuntimeException e) {
            release(file, channel);
            throw e;
        }
    }

    private static void pause(long deadline, LaunchFolder folder) throws InterruptedException {
        if (System.nanoTime() > deadline) {
            throw LaunchProblems.held(folder.id());
        }
        Thread.sleep(BETWEEN_TRIES.toMillis());
    }

    /** Whether another command is at work on the launch just now. */
    static boolean isHeld(LaunchFolder folder) {
        Path file = folder.path().resolve("lock").toAbsolutePath().normalize();
        if (OURS.contains(file) || !Files.isReadable(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return false; // taken by this process meanwhile
        } catch (IOException e) {
            return false; // a file system without locks
        }
    }

    private static void release(Path file, @Nullable FileChannel channel) throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            OURS.remove(file);
        }
    }
}
