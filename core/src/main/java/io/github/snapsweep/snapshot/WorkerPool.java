package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.git.GitIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one capture or checkout. Where each question to the file system takes long, as over a network, many are
 * asked at once; where it is answered from memory, more threads than that would only stand in each other's way.
 */
final class WorkerPool implements AutoCloseable {

    private static final int NEAR = 4 * Runtime.getRuntime().availableProcessors();
    private static final int FAR = 64;
    private static final int SAMPLES = 8;
    private static final Duration LONG = Duration.ofNanos(200_000);
    private static final int SHARE = 16;
    private static final int SHARES_PER_THREAD = 8;

    private @Nullable ForkJoinPool pool;
    private int threads = Math.min(16, Math.max(4, NEAR));

    /** Finds out how long the file system takes to answer. */
    void adaptTo(GitRepository repository, GitIndex index) {
        if (index.size() < SAMPLES * SAMPLES) {
            return;
        }
        long start = System.nanoTime();
        for (int sample = 1; sample <= SAMPLES; sample++) {
            String path = index.path((int) ((long) index.size() * sample / (SAMPLES + 1)));
            // there or not: that is an answer
            Files.exists(ByteText.resolve(repository.workTree(), path), LinkOption.NOFOLLOW_LINKS);
        }
        if (System.nanoTime() - start > LONG.toNanos() * SAMPLES) {
            threads = FAR;
            close();
        }
    }

    <T> T run(ForkJoinTask<T> task) {
        return pool().invoke(task);
    }

    ForkJoinTask<?> submit(Runnable work) {
        return ForkJoinPool.commonPool().submit(work);
    }

    /** Does something with each, several at a time, and waits for all. */
    <T> void forEach(List<T> all, Work<T> work) {
        forEachShare(all, share -> {
            for (T one : share) {
                work.on(one);
            }
        });
    }

    /** Does something with shares of all, several at a time, and waits for all. */
    <T> void forEachShare(List<T> all, Work<List<T>> work) {
        pool().invoke(new RecursiveAction() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void compute() {
                List<ForkJoinTask<Void>> shares = new ArrayList<>();
                int size = Math.max(SHARE, all.size() / (threads * SHARES_PER_THREAD));
                for (int from = 0; from < all.size(); from += size) {
                    shares.add(action(all.subList(from, Math.min(all.size(), from + size)), work));
                }
                ForkJoinTask.invokeAll(shares);
            }
        });
    }

    private static <T> ForkJoinTask<Void> action(T one, Work<T> work) {
        return new RecursiveAction() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void compute() {
                try {
                    work.on(one);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private ForkJoinPool pool() {
        if (pool == null) {
            pool = new ForkJoinPool(threads);
        }
        return pool;
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
            pool = null;
        }
    }

    /** Something that is done with one of many. */
    @FunctionalInterface
    interface Work<T> {
        void on(T one) throws IOException;
    }
}
