package io.github.snapsweep.results;

import io.github.snapsweep.launch.LaunchFolder;
import io.github.snapsweep.launch.LaunchStatus;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * All that the tasks of a launch left, as far as they have got.
 *
 * @param folder the launch
 * @param status its record, and what became of its tasks
 * @param tasks one by one, by number
 * @param silence why nothing is known of the time and the memory that was asked for and used; empty when it is, or when no
 *     task was sent to Slurm
 */
public record LaunchResults(LaunchFolder folder, LaunchStatus status, List<TaskResult> tasks, String silence) {

    public LaunchResults {
        tasks = List.copyOf(tasks);
    }

    /** The names of all parameters, in the order of the sweep. */
    public List<String> parameters() {
        return names(task -> task.parameters().keySet());
    }

    /** The names of all metrics, in the order in which they were found; what repeats a parameter is none. */
    public List<String> metrics() {
        Set<String> parameters = Set.copyOf(parameters());
        return names(task -> task.metrics().values().keySet()).stream()
                .filter(name -> !parameters.contains(name) || !tasks.stream().allMatch(task -> task.repeats(name)))
                .toList();
    }

    /** What could not be read, by the tasks that left it. */
    public List<String> faults() {
        return tasks.stream()
                .flatMap(task -> task.metrics().faults().stream().map(fault -> "task " + task.task() + ": " + fault))
                .toList();
    }

    private List<String> names(Function<TaskResult, Collection<String>> of) {
        Set<String> names = new LinkedHashSet<>();
        tasks.forEach(task -> names.addAll(of.apply(task)));
        return List.copyOf(names);
    }
}
