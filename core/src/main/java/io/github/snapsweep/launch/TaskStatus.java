package io.github.snapsweep.launch;

import java.time.Duration;

/**
 * A task and what is known of it.
 *
 * @param task its number
 * @param state what became of it
 * @param detail its exit code, why it waits, or what went wrong; empty when there is nothing to say
 * @param node where it runs or ran; empty before
 * @param elapsed how long it has run, to the second
 */
public record TaskStatus(int task, TaskState state, String detail, String node, Duration elapsed) {}
