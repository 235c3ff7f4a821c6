package io.github.snapsweep.slurm;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A task as the accounting database has it, which is some seconds behind the controller.
 *
 * @param exit how it ended; 0:0 before
 * @param elapsed how long it ran, the last time
 * @param node where; empty when it never ran
 * @param maxRss the most memory that one of its processes held, in bytes; only where it was asked for and recorded
 */
public record AccountedTask(
        TaskId task, JobState state, Optional<ExitCode> exit, Duration elapsed, String node, OptionalLong maxRss) {

    AccountedTask withMaxRss(OptionalLong more) {
        return new AccountedTask(task, state, exit, elapsed, node, more);
    }
}
