package io.github.snapsweep.launch;

import io.github.snapsweep.file.ReplacedFile;
import io.github.snapsweep.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The last marks of a launch's tasks, as they are on disk: that of the end where there is one, else that of the start.
 *
 * @param byTask by the task's number
 */
record TaskMarks(Map<Integer, TaskMark> byTask) {

    /** Those that the parts left which run the tasks now; earlier attempts' are passed over. */
    static TaskMarks read(LaunchFolder folder, Map<Integer, Part> places) throws IOException {
        Map<Integer, TaskMark> marks = new ConcurrentHashMap<>();
        try {
            places.entrySet().stream()
                    .collect(Collectors.groupingBy(place -> place.getKey() / LaunchFolder.SHARD))
                    .values()
                    .parallelStream()
                    .forEach(shard -> read(folder, shard, marks));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new TaskMarks(marks);
    }

    private static void read(LaunchFolder folder, List<Map.Entry<Integer, Part>> shard, Map<Integer, TaskMark> marks) {
        try {
            Set<String> there = names(folder.marks(shard.get(0).getKey()));
            for (Map.Entry<Integer, Part> place : shard) {
                mark(folder, place.getKey(), place.getValue(), there)
                        .ifPresent(mark -> marks.put(place.getKey(), mark));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last mark of one task. */
    static Optional<TaskMark> read(LaunchFolder folder, int task, Part part) throws IOException {
        return mark(folder, task, part, names(folder.marks(task)));
    }

    private static Optional<TaskMark> mark(LaunchFolder folder, int task, Part part, Set<String> there)
            throws IOException {
        Optional<TaskMark> end = mark(folder, task, part, there, TaskMark.EXIT);
        return end.isPresent() ? end : mark(folder, task, part, there, TaskMark.START);
    }

    private static Optional<TaskMark> mark(LaunchFolder folder, int task, Part part, Set<String> there, String kind)
            throws IOException {
        Path file = folder.mark(task, part, kind);
        if (!there.contains(file.getFileName().toString())) {
            return Optional.empty();
        }
        try {
            String text = ReplacedFile.read(file).replace("\0", "");
            return text.isBlank() // of a machine that lost its power
                    ? Optional.empty()
                    : Optional.of(Json.read(text, TaskMark.class));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // taken away as Slurm starts it again
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        Set<String> names = new HashSet<>();
        try (var children = Files.newDirectoryStream(folder)) {
            children.forEach(child -> names.add(child.getFileName().toString()));
        } catch (NoSuchFileException e) {
            return names; // no task of these was sent
        }
        return names;
    }

    Optional<TaskMark> of(int task) {
        return Optional.ofNullable(byTask.get(task));
    }
}
