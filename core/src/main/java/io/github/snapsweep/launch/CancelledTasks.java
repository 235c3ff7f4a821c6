package io.github.snapsweep.launch;

import io.github.snapsweep.slurm.TaskIndices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which tasks of a launch were cancelled by this tool: Slurm forgets it, and a task that was told to end cannot say by whom.
 * A line of numbers for each time, in a file for each part.
 */
final class CancelledTasks {

    private final LaunchFolder folder;
    private final Map<Integer, Set<Integer>> read = new HashMap<>();

    CancelledTasks(LaunchFolder folder) {
        this.folder = folder;
    }

    void add(Part part, Collection<Integer> tasks) throws IOException {
        Files.createDirectories(folder.parts());
        Files.writeString(
                file(part), TaskIndices.of(tasks).text() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** As the files are when a part is first asked about. */
    boolean has(Part part, int task) throws IOException {
        Set<Integer> tasks = read.get(part.number());
        if (tasks == null) {
            tasks = read(part);
            read.put(part.number(), tasks);
        }
        return tasks.contains(task);
    }

    private Set<Integer> read(Part part) throws IOException {
        Set<Integer> tasks = new HashSet<>();
        if (Files.exists(file(part))) {
            for (String line : Files.readAllLines(file(part))) {
                TaskIndices.parse(line).ifPresent(indices -> tasks.addAll(indices.values()));
            }
        }
        return tasks;
    }

    private Path file(Part part) {
        return folder.parts().resolve(part.number() + ".cancelled");
    }
}
