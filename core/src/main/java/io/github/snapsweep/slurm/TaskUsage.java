package io.github.snapsweep.slurm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a job asked for and what it took, as the accounting database has it.
 *
 * @param task the job
 * @param memoryUsed the most that the processes of one of its steps held on a node, in bytes; empty when it was not sampled
 * @param memoryAsked in bytes; empty when it is not known, or the whole node's
 * @param timeAsked empty without a limit
 * @param cpus how many it had; 0 before it ran
 * @param runs each of its runs, the last one too, in order: more than one when it was put back into the queue
 */
public record TaskUsage(
        TaskId task,
        OptionalLong memoryUsed,
        OptionalLong memoryAsked,
        Optional<Duration> timeAsked,
        int cpus,
        List<Run> runs) {

    public TaskUsage {
        runs = List.copyOf(runs);
    }

    /**
     * A run of a job.
     *
     * @param state how it ended
     * @param submitted when it was put into the queue
     * @param started when it began
     * @param ended when it ended; empty while it runs
     * @param node where
     */
    public record Run(
            JobState state,
            Optional<Instant> submitted,
            Optional<Instant> started,
            Optional<Instant> ended,
            String node) {}
}
