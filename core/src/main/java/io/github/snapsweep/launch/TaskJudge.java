package io.github.snapsweep.launch;

import io.github.snapsweep.process.Host;
import io.github.snapsweep.process.RunningProcess;
import io.github.snapsweep.slurm.AccountedTask;
import io.github.snapsweep.slurm.JobState;
import io.github.snapsweep.slurm.PendingReason;
import io.github.snapsweep.slurm.QueuedTask;
import io.github.snapsweep.slurm.TaskId;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Says of each task of a launch what became of it, from all that is known. */
final class TaskJudge {

    private static final Duration SEEN_LATE = Duration.ofMillis(1500);

    private final LaunchFolder folder;
    private final Map<Integer, Part> places;
    private final Map<Integer, Attempt> attempts = new HashMap<>();
    private final CancelledTasks cancelled;
    private final SlurmAnswers answers;
    private final Host host;
    private final boolean held;
    private final Optional<BuildMark> build;
    private boolean hasWaited;

    /** @param held whether a command is at work on the launch just now: what is not sent may be about to be */
    TaskJudge(
            LaunchFolder folder,
            LaunchRecord launch,
            Map<Integer, Part> places,
            SlurmAnswers answers,
            Host host,
            boolean held,
            Optional<BuildMark> build) {
        this.folder = folder;
        this.places = places;
        this.cancelled = new CancelledTasks(folder);
        this.answers = answers;
        this.host = host;
        this.held = held;
        this.build = build;
        launch.attempts().forEach(attempt -> attempt.parts().forEach(part -> attempts.put(part.number(), attempt)));
    }

    TaskStatus status(int task, Optional<TaskMark> mark) throws IOException {
        Part part = places.get(task);
        if (part == null) {
            return held
                    ? TaskStatus.of(task, TaskState.PENDING, "is being submitted", 0)
                    : TaskStatus.of(task, TaskState.NOT_SUBMITTED, "mvn slurm:retry sends it", 0);
        }
        Attempt attempt = attempts.get(part.number());
        if (attempt == null) {
            throw new IllegalStateException("a part of no attempt: " + part.number());
        }
        Place place = new Place(task, part, attempt);
        TaskStatus status = mark.isPresent() && mark.get().isEnd() && !isQueuedAgain(place)
                ? ended(place, mark.get())
                : attempt.executor() == ExecutorKind.SLURM ? inSlurm(place, mark) : onThisMachine(place, mark);
        return status.inJob(place.job());
    }

    private TaskStatus ended(Place place, TaskMark mark) throws IOException {
        TaskState state = mark.exit() == 0 ? TaskState.COMPLETED : TaskState.FAILED;
        if (mark.wasToldToEnd()) {
            state = byOrder(place).orElse(cancelled.has(place.part, place.task) ? TaskState.CANCELLED : state);
        }
        String why = mark.why() == null || mark.why().isEmpty() ? "exit code " + mark.exit() : mark.why();
        return place.is(state, mark.exit() == 0 ? "" : why)
                .at(mark.host(), Duration.ofSeconds(Math.max(0, mark.ended() - mark.started())));
    }

    /** A mark that a task has ended is its last run's, which Slurm may have followed by another. */
    private boolean isQueuedAgain(Place place) {
        return place.part.tasksPerJob() == 1
                && answers.queued(place.id())
                        .map(QueuedTask::state)
                        .filter(state -> !state.isFinal() && state != JobState.COMPLETING)
                        .isPresent();
    }

    /** What Slurm says of a task that was told to end: why it was. */
    private Optional<TaskState> byOrder(Place place) {
        if (place.attempt.executor() == ExecutorKind.LOCAL) {
            return Optional.of(TaskState.CANCELLED); // nobody else tells a task of this machine to end
        }
        return answers.queued(place.id())
                .map(QueuedTask::state)
                .or(() -> answers.accounted(place.id()).map(AccountedTask::state))
                .map(TaskJudge::state)
                .filter(state -> state == TaskState.CANCELLED || state == TaskState.TIMEOUT);
    }

    private TaskStatus inSlurm(Place place, Optional<TaskMark> mark) throws IOException {
        Optional<TaskMark> start = mark.filter(each -> !each.isEnd());
        if (place.id().isEmpty()) {
            return place.is(
                    held ? TaskState.PENDING : TaskState.UNKNOWN,
                    held ? "is being submitted" : "sbatch gave no answer; mvn slurm:retry finds its job or sends it");
        }
        if (start.isEmpty()
                && place.waitsForBuild()
                && build.filter(BuildMark::hasFailed).isPresent()) {
            return place.is(
                    TaskState.CANCELLED,
                    "the build failed: exit code " + build.get().exit() + ", see build.log");
        }
        Optional<QueuedTask> queued = answers.queued(place.id());
        if (queued.isPresent()) {
            return queued(place, queued.get(), start);
        }
        Optional<AccountedTask> accounted = answers.accounted(place.id())
                .filter(task -> task.state().isFinal() || !answers.isQueueKnown()); // it may lag behind the queue
        if (accounted.isPresent()) {
            AccountedTask task = accounted.get();
            return place.is(outcome(place, task.state(), start), task.state().meaning())
                    .at(task.node(), task.elapsed());
        }
        return answers.isQueueKnown() ? gone(place, start) : silent(place, start);
    }

    private TaskStatus queued(Place place, QueuedTask task, Optional<TaskMark> start) {
        TaskState state = outcome(place, task.state(), start);
        if (state == TaskState.PENDING && task.state() == JobState.RUNNING) {
            return place.is(state, "waits for its turn in its job").at(task.node(), Duration.ZERO);
        }
        String why = state == TaskState.PENDING
                ? waiting(place, task)
                : task.state().isFinal() ? task.state().meaning() : "";
        TaskStatus status =
                place.is(state, why).at(task.node(), start.map(this::elapsed).orElse(Duration.ZERO));
        return state == TaskState.PENDING ? status.expectedAt(task.start().orElse(null)) : status;
    }

    private String waiting(Place place, QueuedTask task) {
        boolean unbuilt =
                place.waitsForBuild() && build.filter(BuildMark::hasSucceeded).isEmpty();
        return unbuilt ? "waits for the build" : PendingReason.inWords(task.reason());
    }

    /** Several tasks in a job: those without a mark of their own have not begun. */
    private static TaskState outcome(Place place, JobState job, Optional<TaskMark> start) {
        TaskState state = state(job);
        if (place.part.tasksPerJob() == 1 || start.isPresent()) {
            return state;
        }
        return state == TaskState.RUNNING
                ? TaskState.PENDING
                : state == TaskState.COMPLETED ? TaskState.CANCELLED : state;
    }

    /** A controller that answers knows every job that waits or runs: this one does neither. */
    private TaskStatus gone(Place place, Optional<TaskMark> start) throws IOException {
        if (start.isPresent() && !host.name().equals(start.get().host())) {
            awaitOtherMachines();
        }
        Optional<TaskMark> now = TaskMarks.read(folder, place.task, place.part); // it may have ended just then
        if (now.isPresent() && now.get().isEnd()) {
            return ended(place, now.get());
        }
        if (cancelled.has(place.part, place.task)) {
            return place.is(TaskState.CANCELLED, "cancelled");
        }
        return start.isPresent()
                ? place.is(TaskState.FAILED, "gone without a word: killed, or lost with its node")
                        .at(start.get().host(), Duration.ZERO)
                : place.is(TaskState.CANCELLED, "gone from the queue before it began");
    }

    /** What another machine has just written may be seen a moment later, where folders have times in whole seconds; once. */
    private void awaitOtherMachines() throws IOException {
        if (hasWaited) {
            return;
        }
        hasWaited = true;
        try {
            Thread.sleep(SEEN_LATE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private TaskStatus silent(Place place, Optional<TaskMark> start) {
        return start.isPresent()
                ? place.is(TaskState.RUNNING, "by its own mark").at(start.get().host(), elapsed(start.get()))
                : place.is(TaskState.UNKNOWN, "Slurm did not answer");
    }

    private TaskStatus onThisMachine(Place place, Optional<TaskMark> start) throws IOException {
        Attempt attempt = place.attempt;
        if (start.isEmpty()) {
            return isAlive(attempt.host(), attempt.pid(), attempt.when())
                    ? place.is(TaskState.PENDING, "")
                    : place.is(TaskState.CANCELLED, "mvn ended before it");
        }
        TaskMark mark = start.get();
        if (isAlive(mark.host(), mark.pid(), Instant.ofEpochSecond(mark.started()))) {
            return place.is(TaskState.RUNNING, "").at(mark.host(), elapsed(mark));
        }
        Optional<TaskMark> now = TaskMarks.read(folder, place.task, place.part); // it may have ended just then
        return now.isPresent() && now.get().isEnd()
                ? ended(place, now.get())
                : place.is(TaskState.FAILED, "its process is gone").at(mark.host(), Duration.ZERO);
    }

    /** Whether a process still runs. One of another machine counts as running: nobody here can tell. */
    private boolean isAlive(String machine, long pid, Instant then) {
        return !host.name().equals(machine) || RunningProcess.is(pid, then);
    }

    private Duration elapsed(TaskMark start) {
        return Duration.between(
                Instant.ofEpochSecond(start.started()),
                Instant.ofEpochSecond(host.clock().instant().getEpochSecond()));
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

    /** A task, where it was sent. */
    private record Place(int task, Part part, Attempt attempt) {

        Optional<TaskId> id() {
            return part.id(task);
        }

        String job() {
            return part.id().map(array -> array.id() + "_" + part.index(task)).orElse("");
        }

        boolean waitsForBuild() {
            return attempt.parts().stream().anyMatch(Part::isBuild);
        }

        TaskStatus is(TaskState state, String detail) {
            return TaskStatus.of(task, state, detail, attempt.number());
        }
    }
}
