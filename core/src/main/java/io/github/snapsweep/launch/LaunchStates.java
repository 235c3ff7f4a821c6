package io.github.snapsweep.launch;

import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.slurm.AccountedTask;
import io.github.snapsweep.slurm.JobId;
import io.github.snapsweep.slurm.JobState;
import io.github.snapsweep.slurm.QueuedTask;
import io.github.snapsweep.slurm.Reply;
import io.github.snapsweep.slurm.SlurmClient;
import io.github.snapsweep.slurm.TaskId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of a launch's tasks: from their own marks first, then from the queue, then from the accounting
 * database. A question that was not answered is not an end.
 */
public final class LaunchStates {

    /** How far a mark's clock, in whole seconds, may be behind a process's own. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private final SlurmClient client;
    private final Host host;

    /** @param client asks Slurm, when the launch was sent there */
    public LaunchStates(SlurmClient client, Host host) {
        this.client = client;
        this.host = host;
    }

    /** The states of all tasks, with one question to each source at most. */
    public LaunchStatus of(LaunchFolder folder) {
        LaunchRecord launch = folder.read();
        try {
            TaskMarks marks = TaskMarks.read(folder);
            boolean allEnded = marks.exits().size() >= launch.tasks();
            boolean clear = allEnded && marks.exits().values().stream().noneMatch(TaskMark::wasToldToEnd);
            Known known = launch.executor() == ExecutorKind.SLURM ? ask(launch, !clear) : Known.nothing();
            List<TaskStatus> tasks = new ArrayList<>(launch.tasks());
            for (int task : launch.numbers().values()) {
                tasks.add(status(task, launch, marks, known));
            }
            return new LaunchStatus(launch, tasks, known.notice);
        } catch (IOException e) {
            throw LaunchProblems.unreadableRecord(folder.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LaunchProblems.interrupted(launch.launch());
        }
    }

    /** The queue is asked even when all tasks have ended: Slurm may have put one back into it. */
    private Known ask(LaunchRecord launch, boolean accounting) throws InterruptedException {
        List<JobId> jobs = launch.jobs().stream().map(LaunchStates::id).toList();
        Reply<List<QueuedTask>> queue = client.queue(jobs);
        Map<TaskId, QueuedTask> queued = new HashMap<>();
        queue.known().ifPresent(all -> all.forEach(task -> queued.put(task.task(), task)));
        Map<TaskId, AccountedTask> accounted = new HashMap<>();
        if (accounting) {
            client.accounting(jobs).known().ifPresent(all -> all.forEach(task -> accounted.put(task.task(), task)));
        }
        String notice = queue instanceof Reply.Unavailable<List<QueuedTask>> silent
                ? "Slurm did not answer, so only what the tasks themselves wrote is known: " + silent.reason()
                : "";
        return new Known(queued, accounted, notice);
    }

    private TaskStatus status(int task, LaunchRecord launch, TaskMarks marks, Known known) {
        TaskMark start = marks.starts().get(task);
        TaskMark exit = marks.exits().get(task);
        if (exit != null && !isQueuedAgain(task, launch, known)) {
            TaskState state = exit.exit() == 0 ? TaskState.COMPLETED : TaskState.FAILED;
            String why = exit.why() == null || exit.why().isEmpty() ? "exit code " + exit.exit() : exit.why();
            long seconds = start == null ? 0 : Math.max(0, exit.ended() - start.started());
            if (exit.wasToldToEnd()) {
                state = byOrder(task, launch, known).orElse(state);
            }
            return new TaskStatus(task, state, exit.exit() == 0 ? "" : why, node(start), Duration.ofSeconds(seconds));
        }
        return launch.executor() == ExecutorKind.SLURM
                ? inSlurm(task, id(task, launch), start, known)
                : onThisMachine(task, launch, start);
    }

    /** A mark that a task has ended is its last attempt's, which Slurm may have followed by another. */
    private static boolean isQueuedAgain(int task, LaunchRecord launch, Known known) {
        return id(task, launch)
                .map(known.queued::get)
                .map(QueuedTask::state)
                .filter(state -> !state.isFinal() && state != JobState.COMPLETING)
                .isPresent();
    }

    /** What Slurm says of a task that was told to end: why it was. */
    private static Optional<TaskState> byOrder(int task, LaunchRecord launch, Known known) {
        Optional<TaskId> id = id(task, launch);
        return id.map(known.queued::get)
                .map(QueuedTask::state)
                .or(() -> id.map(known.accounted::get).map(AccountedTask::state))
                .map(LaunchStates::state)
                .filter(state -> state == TaskState.CANCELLED || state == TaskState.TIMEOUT);
    }

    private TaskStatus inSlurm(int task, Optional<TaskId> id, @Nullable TaskMark start, Known known) {
        if (id.isEmpty()) {
            return new TaskStatus(task, TaskState.UNKNOWN, "never submitted", "", Duration.ZERO);
        }
        QueuedTask queued = known.queued.get(id.get());
        AccountedTask accounted = known.accounted.get(id.get());
        if (queued != null) {
            String why = queued.reason().equals("None") ? "" : queued.reason();
            return new TaskStatus(task, state(queued.state()), why, queued.node(), elapsed(start));
        }
        if (accounted != null) {
            String how = accounted.state().name();
            return new TaskStatus(task, state(accounted.state()), how, accounted.node(), accounted.elapsed());
        }
        if (!known.notice.isEmpty() && start != null) {
            return new TaskStatus(task, TaskState.RUNNING, "by its own mark", node(start), elapsed(start));
        }
        return new TaskStatus(
                task, TaskState.UNKNOWN, "Slurm does not know it (any more)", node(start), elapsed(start));
    }

    private TaskStatus onThisMachine(int task, LaunchRecord launch, @Nullable TaskMark start) {
        if (start == null) {
            return isAlive(launch.host(), launch.pid(), launch.created())
                    ? new TaskStatus(task, TaskState.PENDING, "", "", Duration.ZERO)
                    : new TaskStatus(task, TaskState.CANCELLED, "mvn ended before it", "", Duration.ZERO);
        }
        return isAlive(node(start), start.pid(), Instant.ofEpochSecond(start.started()))
                ? new TaskStatus(task, TaskState.RUNNING, "", node(start), elapsed(start))
                : new TaskStatus(task, TaskState.FAILED, "its process is gone", node(start), Duration.ZERO);
    }

    /** Whether a process still runs. One of another machine counts as running: nobody here can tell. */
    private boolean isAlive(String machine, long pid, Instant then) {
        return !host.name().equals(machine)
                || ProcessHandle.of(pid)
                        .filter(process -> isAsOld(process, then))
                        .isPresent();
    }

    /** Process numbers are given out again; a process that began later is another one. */
    private static boolean isAsOld(ProcessHandle process, Instant then) {
        return process.info()
                .startInstant()
                .map(start -> start.isBefore(then.plus(CLOCK_TOLERANCE)))
                .orElse(true);
    }

    private Duration elapsed(@Nullable TaskMark start) {
        return start == null
                ? Duration.ZERO
                : Duration.between(
                        Instant.ofEpochSecond(start.started()),
                        Instant.ofEpochSecond(host.clock().instant().getEpochSecond()));
    }

    private static String node(@Nullable TaskMark start) {
        return start == null || start.host() == null ? "" : start.host();
    }

    private static TaskState state(JobState state) {
        return switch (state) {
            case COMPLETED -> TaskState.COMPLETED;
            case CANCELLED, REVOKED -> TaskState.CANCELLED;
            case TIMEOUT, DEADLINE -> TaskState.TIMEOUT;
            case UNKNOWN -> TaskState.UNKNOWN;
            case RUNNING, COMPLETING, SUSPENDED, STOPPED, SIGNALING, STAGE_OUT, RESIZING -> TaskState.RUNNING;
            default -> state.isFinal() ? TaskState.FAILED : TaskState.PENDING;
        };
    }

    private static Optional<TaskId> id(int task, LaunchRecord launch) {
        return launch.jobs().stream()
                .filter(job -> task >= job.first() && task < job.first() + job.tasks())
                .findFirst()
                .map(job -> TaskId.of(id(job), task - job.first()));
    }

    private static JobId id(LaunchRecord.Job job) {
        return new JobId(job.id(), Optional.ofNullable(job.cluster()));
    }

    /**
     * What Slurm knows.
     *
     * @param notice why it did not say; empty when it did
     */
    private record Known(Map<TaskId, QueuedTask> queued, Map<TaskId, AccountedTask> accounted, String notice) {

        static Known nothing() {
            return new Known(Map.of(), Map.of(), "");
        }
    }
}
