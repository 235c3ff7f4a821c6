package io.github.snapsweep.launch;

import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.slurm.TaskIndices;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Waits for tasks of a launch. To end the wait ends none of them. */
public final class Wait {

    /** A short launch is noticed soon, and a long one costs the controller little. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final double GROWTH = 1.3;

    /** What was cancelled did not fail: somebody wanted it so. */
    private static final Set<TaskState> FAILURES = EnumSet.of(TaskState.FAILED, TaskState.TIMEOUT);

    private final LaunchFolder folder;
    private final LaunchStates states;
    private final Optional<Duration> limit;
    private final Progress progress;

    /** @param limit how long at most; for as long as it takes, when empty */
    public Wait(LaunchFolder folder, LaunchStates states, Optional<Duration> limit, Progress progress) {
        this.folder = folder;
        this.states = states;
        this.limit = limit;
        this.progress = progress;
    }

    /** For the launch of a name, in a project. */
    public static Wait of(
            Path project, String launch, Optional<Duration> limit, LaunchRequest.Surroundings surroundings) {
        return new Wait(
                LaunchFolder.require(project, launch),
                LaunchStates.of(project, surroundings),
                limit,
                surroundings.progress());
    }

    /** As {@link #forTasks}, for all tasks of the launch. */
    public LaunchStatus forAll() {
        return forTasks(folder.read().numbers());
    }

    /**
     * Waits until tasks have ended.
     *
     * @throws Problem when one of them has not ended well, with how the launch stands, or when it takes too long
     */
    LaunchStatus forTasks(TaskIndices tasks) {
        LaunchStatus status;
        try {
            status = until(tasks.values());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LaunchProblems.waitInterrupted(folder.id());
        }
        List<Integer> bad = status.tasks().stream()
                .filter(task -> tasks.values().contains(task.task()) && task.state() != TaskState.COMPLETED)
                .map(TaskStatus::task)
                .toList();
        if (!bad.isEmpty()) {
            throw failed(bad, status).with(status);
        }
        progress.info("all " + Counted.of(tasks.values().size(), "task") + " ended well; launch " + folder.id() + ": "
                + status.summary());
        return status;
    }

    private Problem failed(List<Integer> bad, LaunchStatus status) {
        try {
            Optional<BuildMark> build = BuildMark.of(folder).filter(BuildMark::hasFailed);
            if (build.isPresent() && bad.size() == status.tasks().size()) {
                return LaunchProblems.buildJobFailed(folder.id(), build.get().exit(), folder.buildLog());
            }
        } catch (IOException e) {
            throw LaunchProblems.unreadableRecord(folder.buildMark(), e);
        }
        return LaunchProblems.launchFailed(folder.id(), TaskIndices.of(bad).text(), status.summary());
    }

    /** Waits until these tasks have ended. */
    LaunchStatus until(Set<Integer> tasks) throws InterruptedException {
        long start = System.nanoTime();
        Duration pause = SHORTEST;
        String told = "";
        while (true) {
            LaunchStatus status = states.of(folder);
            List<TaskStatus> awaited = status.tasks().stream()
                    .filter(task -> tasks.contains(task.task()))
                    .toList();
            int ended = count(awaited, task -> task.state().isEnd());
            int failed = count(awaited, task -> FAILURES.contains(task.state()));
            progress.advance("tasks", ended, failed, awaited.size());
            if (ended == awaited.size()) {
                return status;
            }
            int unknown = count(awaited, task -> task.state() == TaskState.UNKNOWN);
            if (status.notice().isEmpty() && unknown > 0 && unknown + ended == awaited.size()) {
                throw LaunchProblems.waitsForNothing(folder.id(), unknown).with(status);
            }
            if (!status.notice().equals(told)) {
                told = status.notice();
                progress.warn(told.isEmpty() ? "Slurm answers again" : told + " (waiting on)");
            }
            Duration gone = Duration.ofNanos(System.nanoTime() - start);
            if (limit.isPresent() && gone.plus(pause).compareTo(limit.get()) > 0) {
                throw LaunchProblems.waitedTooLong(folder.id(), limit.get(), status.summary())
                        .with(status);
            }
            Thread.sleep(pause.toMillis());
            pause = Duration.ofMillis(Math.min(LONGEST.toMillis(), Math.round(pause.toMillis() * GROWTH)));
        }
    }

    private static int count(List<TaskStatus> tasks, Predicate<TaskStatus> which) {
        return (int) tasks.stream().filter(which).count();
    }
}
