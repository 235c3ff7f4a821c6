package io.github.snapsweep.launch;

import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A task and what is known of it.
 *
 * @param task its number
 * @param state what became of it
 * @param detail its exit code, why it waits, or what went wrong; empty when there is nothing to say
 * @param node where it runs or ran; empty before
 * @param elapsed how long it has run, to the second
 * @param attempt which attempt this is, from 1; 0 for a task that was never sent
 * @param job Slurm's id of its job, {@code 47_17}; empty without Slurm
 * @param expected when Slurm expects it to start, by the cluster's clock and zone; null when it does not say
 */
public record TaskStatus(
        int task,
        TaskState state,
        String detail,
        String node,
        Duration elapsed,
        int attempt,
        String job,
        @Nullable LocalDateTime expected) {

    static TaskStatus of(int task, TaskState state, String detail, int attempt) {
        return new TaskStatus(task, state, detail, "", Duration.ZERO, attempt, "", null);
    }

    TaskStatus at(String where, Duration time) {
        return new TaskStatus(task, state, detail, where, time, attempt, job, expected);
    }

    TaskStatus inJob(String id) {
        return new TaskStatus(task, state, detail, node, elapsed, attempt, id, expected);
    }

    TaskStatus expectedAt(@Nullable LocalDateTime start) {
        return new TaskStatus(task, state, detail, node, elapsed, attempt, job, start);
    }

    TaskStatus because(String why) {
        return new TaskStatus(task, state, why, node, elapsed, attempt, job, expected);
    }
}
