package io.github.snapsweep.slurm;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A task that the controller knows: waiting, running, or ended less than MinJobAge ago.
 *
 * @param reason why it waits or how it failed, in Slurm's word: {@code Priority}, {@code JobLaunchFailure}, {@code
 *     launch failed requeued held}; {@code None} for none
 * @param node where it runs or ran; empty before
 * @param start when it started or is expected to, by the cluster's own clock and zone
 */
public record QueuedTask(TaskId task, JobState state, String reason, String node, Optional<LocalDateTime> start) {}
