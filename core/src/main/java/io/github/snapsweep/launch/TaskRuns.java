package io.github.snapsweep.launch;

import io.github.snapsweep.problem.LaunchProblems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The runs of a launch's tasks, one for each attempt that a task was sent in. */
public final class TaskRuns {

    private final Map<Integer, List<TaskRun>> byTask = new TreeMap<>();

    private TaskRuns() {}

    /**
     * Reads the marks of all attempts.
     *
     * @throws io.github.snapsweep.problem.Problem when they cannot be read
     */
    public static TaskRuns read(LaunchFolder folder, LaunchRecord launch) {
        TaskRuns runs = new TaskRuns();
        try {
            for (Attempt attempt : launch.attempts()) {
                for (Part part : attempt.parts()) {
                    if (part.counts()) {
                        runs.add(folder, attempt, part);
                    }
                }
            }
        } catch (IOException e) {
            throw LaunchProblems.unreadableRecord(folder.path(), e);
        }
        return runs;
    }

    private void add(LaunchFolder folder, Attempt attempt, Part part) throws IOException {
        Map<Integer, Part> places =
                part.numbers().values().stream().collect(Collectors.toMap(Function.identity(), task -> part));
        TaskMarks marks = TaskMarks.read(folder, places);
        for (int task : part.numbers().values()) {
            byTask.computeIfAbsent(task, none -> new ArrayList<>())
                    .add(TaskRun.of(folder, attempt, part, task, marks.of(task)));
        }
    }

    /** Those of a task, in order; none when it was never sent. */
    public List<TaskRun> of(int task) {
        return byTask.getOrDefault(task, List.of());
    }
}
