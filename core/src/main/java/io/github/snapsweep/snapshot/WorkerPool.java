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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one capture or checkout. Where each question to the file system takes long, as over a network, many are
 * asked at once; where it is answered from memory, more threads than that would only stand in each other's way.
 */
final class WorkerPool implements AutoCloseable {

    private static final int NEAR =
            Math.min(16, Math.max(4, 2 * Runtime.getRuntime().availableProcessors()));
    private static final int FAR = 64;
    private static final int SAMPLES = 8;
    private static final Duration LONG_TO_TELL = Duration.ofNanos(200_000);
    private static final Duration LONG_TO_MAKE = Duration.ofNanos(500_000);
    private static final int SHARE = 16;
    private static final int SHARES_PER_THREAD = 8;

    private @Nullable ForkJoinPool pool;
    private int threads = NEAR;

    /** Finds out how long the file system takes to tell of a file; to be called before anything is run. */
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
        if (System.nanoTime() - start > LONG_TO_TELL.toNanos() * SAMPLES) {
            threads = FAR;
        }
    }

    /** As the other, by how long it took to make some files or folders. */
    void adaptTo(int made, Duration took) {
        if (made >= SAMPLES && took.compareTo(LONG_TO_MAKE.multipliedBy(made)) > 0) {
            threads = FAR;
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
        forEachShare(all.size(), (from, end) -> {
            for (T one : all.subList(from, end)) {
                work.on(one);
            }
        });
    }

    /** Does something with shares of so many, several at a time, and waits for all. */
    void forEachShare(int count, ShareWork work) {
        pool().invoke(new RecursiveAction() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void compute() {
                List<ForkJoinTask<Void>> shares = new ArrayList<>();
                int size = Math.max(SHARE, count / (threads * SHARES_PER_THREAD));
                for (int from = 0; from < count; from += size) {
                    shares.add(share(from, Math.min(count, from + size), work));
                }
                ForkJoinTask.invokeAll(shares);
            }
        });
    }

    private static ForkJoinTask<Void> share(int from, int end, ShareWork work) {
        return new RecursiveAction() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void compute() {
                try {
                    work.on(from, end);
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
            awaitEnd(pool);
            pool = null;
        }
    }

    /** When one has failed, the others are still at it: whoever clears away what they have made must come after them. */
    private static void awaitEnd(ForkJoinPool pool) {
        try {
            while (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
                Thread.onSpinWait(); // a file that is written, or a filter that runs
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something that is done with the one of many from the first number to before the second. */
    @FunctionalInterface
    interface ShareWork {
        void on(int from, int end) throws IOException;
    }

    /** Something that is done with one of many. */
    @FunctionalInterface
    interface Work<T> {
        void on(T one) throws IOException;
    }
}
