package io.github.snapsweep.local;

import io.github.snapsweep.process.ProcessLog;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Runs tasks as processes, a number of them at a time, in order. What still runs when this one ends is ended too. */
public final class LocalTasks {

    /** So long a task may take to end after it was asked to. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** The exit code of a task that was not run: no process has it. */
    public static final int SKIPPED = -1;

    private final Path directory;
    private final Map<String, String> environment;
    private final int parallelism;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /**
     * Runs tasks in a folder.
     *
     * @param environment their whole environment
     * @param parallelism how many run at a time, at least 1
     */
    public LocalTasks(Path directory, Map<String, String> environment, int parallelism) {
        this.directory = directory;
        this.environment = Map.copyOf(environment);
        this.parallelism = parallelism;
    }

    /** Is told of each task that ended. */
    @FunctionalInterface
    public interface Listener {
        void ended(LocalTask task, int exit);
    }

    /**
     * Runs all tasks to their end.
     *
     * @param wanted whether a task is still to run, asked as its turn comes; one that is not ends with {@link #SKIPPED}
     * @throws IOException when a task could not be started
     * @throws InterruptedException when interrupted, or when this process is told to end; the running tasks are ended first
     */
    public void run(List<LocalTask> tasks, Predicate<LocalTask> wanted, Listener listener)
            throws IOException, InterruptedException {
        Thread hook = new Thread(this::stop, "snapsweep-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        ExecutorService pool = Executors.newFixedThreadPool(parallelism);
        try {
            ExecutorCompletionService<Ended> ends = new ExecutorCompletionService<>(pool);
            tasks.forEach(task -> ends.submit(() -> wanted.test(task) ? run(task) : new Ended(task, SKIPPED)));
            for (int done = 0; done < tasks.size(); done++) {
                Ended ended = ends.take().get();
                listener.ended(ended.task, ended.exit);
            }
            requireGoingOn(); // those that were ended did not fail by themselves
        } catch (ExecutionException e) {
            requireGoingOn();
            throw new IOException("a task could not be run: " + cause(e), e);
        } finally {
            pool.shutdownNow();
            stop();
            removeHook(hook);
        }
    }

    /** What goes wrong while all are ended is no fault of a task, nor of the disk. */
    private void requireGoingOn() throws InterruptedException {
        if (stopped) {
            throw new InterruptedException("the running tasks were ended");
        }
    }

    private static String cause(ExecutionException failure) {
        return failure.getCause() == null
                ? ""
                : String.valueOf(failure.getCause().getMessage());
    }

    private Ended run(LocalTask task) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(task.words()).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectInput(Redirect.from(new File("/dev/null")));
        builder.redirectOutput(Redirect.appendTo(task.out().toFile()));
        if (task.err().equals(task.out())) {
            builder.redirectErrorStream(true);
        } else {
            builder.redirectError(Redirect.appendTo(task.err().toFile()));
        }
        requireGoingOn();
        long start = System.nanoTime();
        Process process = builder.start();
        running.add(process);
        if (stopped) {
            process.destroy(); // it was started while the others were stopped
        }
        int exit = process.waitFor();
        ProcessLog.ended(task.words(), exit, start);
        running.remove(process); // not when interrupted: stop() still has to end it then
        return new Ended(task, exit);
    }

    /** Asks what runs to end, and makes it, and all that it started, end when it does not. */
    void stop() {
        stopped = true;
        List<Process> left = new ArrayList<>(running);
        List<ProcessHandle> started =
                left.stream().flatMap(Process::descendants).toList();
        left.forEach(Process::destroy);
        long deadline = System.nanoTime() + GRACE.toNanos();
        for (Process process : left) {
            try {
                if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the machine is shutting down: the hook runs
        }
    }

    private record Ended(LocalTask task, int exit) {}
}
