package io.github.snapsweep.launch;

import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.slurm.TaskIndices;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The tasks of a launch that a goal is to act on: by number, by what became of them, by both, or as the goal sees fit. */
final class ChosenTasks {

    private final SlurmSettings.Chosen chosen;

    ChosenTasks(SlurmSettings.Chosen chosen) {
        this.chosen = chosen;
    }

    /**
     * The tasks.
     *
     * @param preset the states of those that are meant when nothing is said
     * @throws io.github.snapsweep.problem.Problem when a number or a state is none of the launch
     */
    List<TaskStatus> of(LaunchStatus status, Set<TaskState> preset) {
        Set<TaskState> states = chosen.states().isEmpty()
                ? (chosen.tasks().isPresent() ? EnumSet.allOf(TaskState.class) : preset)
                : states();
        chosen.tasks().ifPresent(asked -> requireThere(asked, status));
        return status.tasks().stream()
                .filter(task -> states.contains(task.state()))
                .filter(this::isMeant)
                .toList();
    }

    /** {@code no task of sim-1 is failed: 3 cancelled}: why no task was chosen by the states that were asked for. */
    String none(LaunchStatus status) {
        List<TaskStatus> meant = status.tasks().stream().filter(this::isMeant).toList();
        return "no task of " + status.launch().launch()
                + chosen.tasks().map(numbers -> " among " + numbers.text()).orElse("") + " is "
                + states().stream().map(TaskState::text).collect(Collectors.joining(" or ")) + ": "
                + new LaunchStatus(status.launch(), meant, status.notice()).summary();
    }

    private boolean isMeant(TaskStatus task) {
        return chosen.tasks()
                .map(numbers -> numbers.values().contains(task.task()))
                .orElse(true);
    }

    private Set<TaskState> states() {
        Set<TaskState> states = EnumSet.noneOf(TaskState.class);
        chosen.states().forEach(name -> states.add(state(name)));
        return states;
    }

    private static TaskState state(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
        return Arrays.stream(TaskState.values())
                .filter(state -> state.text().replace(' ', '-').equals(plain))
                .findFirst()
                .orElseThrow(() -> LaunchProblems.noState(
                        name,
                        Arrays.stream(TaskState.values())
                                .map(state -> state.text().replace(' ', '-'))
                                .toList()));
    }

    private static void requireThere(TaskIndices asked, LaunchStatus status) {
        TaskIndices there = status.launch().numbers();
        asked.values().stream()
                .filter(task -> !there.values().contains(task))
                .findFirst()
                .ifPresent(task -> {
                    throw LaunchProblems.noTask(task, status.launch().launch(), there.text());
                });
    }
}
