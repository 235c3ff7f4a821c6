package io.github.snapsweep.launch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A launch and what became of its tasks.
 *
 * @param launch its record
 * @param tasks all its tasks, by number
 * @param notice why some states are not certain; empty when all are
 */
public record LaunchStatus(LaunchRecord launch, List<TaskStatus> tasks, String notice) {

    public LaunchStatus {
        tasks = List.copyOf(tasks);
    }

    public long count(TaskState state) {
        return tasks.stream().filter(task -> task.state() == state).count();
    }

    /** Whether no task will run any more. */
    public boolean hasEnded() {
        return tasks.stream().allMatch(task -> task.state().isEnd());
    }

    /** {@code 12 running, 80 completed, 8 failed}. */
    public String summary() {
        return Arrays.stream(TaskState.values())
                .filter(state -> count(state) > 0)
                .map(state -> count(state) + " " + state.text())
                .collect(Collectors.joining(", "));
    }
}
