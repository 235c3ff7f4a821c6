package io.github.snapsweep.slurm;

import java.time.Duration;
import java.util.Optional;

/**
 * A task as the accounting database has it, which is some seconds behind the controller.
 *
 * @param exit how it ended; 0:0 before
 * @param elapsed how long it ran, the last time
 * @param node where; empty when it never ran
 */
public record AccountedTask(TaskId task, JobState state, Optional<ExitCode> exit, Duration elapsed, String node) {}
