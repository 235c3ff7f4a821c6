package io.github.snapsweep.launch;

import io.github.snapsweep.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The marks of a launch's tasks, as they are on disk.
 *
 * @param starts by the task's number
 * @param exits by the task's number
 */
record TaskMarks(Map<Integer, TaskMark> starts, Map<Integer, TaskMark> exits) {

    static TaskMarks read(LaunchFolder folder) throws IOException {
        TaskMarks marks = new TaskMarks(new HashMap<>(), new HashMap<>());
        if (!Files.isDirectory(folder.marks())) {
            return marks;
        }
        for (Path shard : children(folder.marks())) {
            for (Path file : children(shard)) {
                marks.add(file);
            }
        }
        return marks;
    }

    private void add(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!name.endsWith(".start") && !name.endsWith(".exit")) {
            return; // one that is being written
        }
        try {
            TaskMark mark = Json.read(Files.readString(file), TaskMark.class);
            (name.endsWith(".exit") ? exits : starts).put(mark.task(), mark);
        } catch (NoSuchFileException e) {
            return; // taken away by a new attempt
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.toList();
        }
    }
}
