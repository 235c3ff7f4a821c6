package io.github.snapsweep.results;

import io.github.snapsweep.launch.TaskRun;
import io.github.snapsweep.launch.TaskStatus;
import io.github.snapsweep.slurm.TaskUsage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A task, and all that it left.
 *
 * @param status what became of it
 * @param parameters its point
 * @param metrics the numbers that it left
 * @param runs its attempts, in order; none when it was never sent
 * @param usage what its job asked for and took, where there is an accounting database
 * @param output its output folder
 */
public record TaskResult(
        TaskStatus status,
        Map<String, Object> parameters,
        Metrics metrics,
        List<TaskRun> runs,
        Optional<TaskUsage> usage,
        Path output) {

    public TaskResult {
        runs = List.copyOf(runs);
    }

    public int task() {
        return status.task();
    }

    /** Its last attempt. */
    public Optional<TaskRun> last() {
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
    }

    /** The exit code of its last attempt. */
    public OptionalInt exit() {
        return last().map(TaskRun::exit).orElseGet(OptionalInt::empty);
    }

    /** Whether a metric has the name and the number of a parameter: then it is one said twice. */
    boolean repeats(String metric) {
        Double value = metrics.values().get(metric);
        return value == null || (parameters.get(metric) instanceof Number number && number.doubleValue() == value);
    }
}
