package io.github.snapsweep.launch;

import io.github.snapsweep.json.Json;
import io.github.snapsweep.problem.LaunchProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The points of a launch's tasks, as they were written down.
 *
 * @param byTask the parameters by their names, in order, by the task's number
 */
public record TaskPoints(Map<Integer, Map<String, Object>> byTask) {

    /**
     * Reads them.
     *
     * @throws io.github.snapsweep.problem.Problem when they cannot be read
     */
    public static TaskPoints read(LaunchFolder folder) {
        Map<Integer, Map<String, Object>> points = new ConcurrentHashMap<>();
        try {
            Files.readAllLines(folder.tasks()).parallelStream()
                    .filter(line -> !line.isBlank())
                    .map(line -> Line.read(folder, line))
                    .forEach(line -> points.put(line.task, line.parameters));
        } catch (IOException e) {
            throw LaunchProblems.unreadableRecord(folder.tasks(), e);
        }
        return new TaskPoints(points);
    }

    /** The parameters of a task. */
    public Map<String, Object> of(int task) {
        return byTask.getOrDefault(task, Map.of());
    }

    /** A line of the file. */
    private record Line(int task, Map<String, Object> parameters) {

        @SuppressWarnings("unchecked") // the names of an object are texts
        static Line read(LaunchFolder folder, String text) {
            try {
                if (Json.tree(text) instanceof Map<?, ?> line
                        && line.get("task") instanceof Number task
                        && line.get("parameters") instanceof Map<?, ?> parameters) {
                    return new Line(task.intValue(), (Map<String, Object>) parameters);
                }
                throw new IOException("there is a line that tells of no task");
            } catch (IOException e) {
                throw LaunchProblems.unreadableRecord(folder.tasks(), e);
            }
        }
    }
}
