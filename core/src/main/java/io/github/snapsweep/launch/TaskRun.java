package io.github.snapsweep.launch;

import io.github.snapsweep.slurm.TaskId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an attempt had a task do, by the task's own marks: of a job that Slurm put back into the queue it is the last run.
 *
 * @param task the task's number
 * @param attempt which attempt, from 1
 * @param job what Slurm calls its job, once it is known
 * @param isAlone whether its job runs no other task
 * @param restarts how often Slurm had put its job back before
 * @param queued when the attempt was begun
 * @param started when the task began; empty before
 * @param ended when it ended; empty before, and when it was lost
 * @param node where it ran; empty before
 * @param exit its exit code, when it has ended
 * @param log where its output is
 */
public record TaskRun(
        int task,
        int attempt,
        Optional<TaskId> job,
        boolean isAlone,
        int restarts,
        Instant queued,
        Optional<Instant> started,
        Optional<Instant> ended,
        String node,
        OptionalInt exit,
        TaskLog log) {

    static TaskRun of(LaunchFolder folder, Attempt attempt, Part part, int task, Optional<TaskMark> mark) {
        Optional<TaskMark> end = mark.filter(TaskMark::isEnd);
        return new TaskRun(
                task,
                attempt.number(),
                part.id(task),
                part.tasksPerJob() == 1,
                mark.map(TaskMark::restart).orElse(0),
                attempt.when(),
                mark.map(found -> Instant.ofEpochSecond(found.started())),
                end.map(found -> Instant.ofEpochSecond(found.ended())),
                mark.map(TaskMark::host).orElse(""),
                end.map(found -> OptionalInt.of(found.exit())).orElseGet(OptionalInt::empty),
                TaskLog.of(folder, part, task));
    }
}
