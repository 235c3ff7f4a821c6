package io.github.snapsweep.launch;

import io.github.snapsweep.config.Isolation;
import io.github.snapsweep.config.Program;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.json.Json;
import io.github.snapsweep.slurm.TaskIndices;
import io.github.snapsweep.sweep.Point;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what a launch's tasks need into its folder: the frozen program, the points, the script. */
final class LaunchFiles {

    private final LaunchFolder folder;
    private final SlurmSettings settings;
    private final List<Path> needs = new ArrayList<>();

    LaunchFiles(LaunchFolder folder, SlurmSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * The words of the program, its class path or script frozen in the launch's folder.
     *
     * @param entries the class path of a program that is a class
     * @param classpath takes the copies
     */
    List<String> program(Program program, List<Path> entries, FrozenClasspath classpath) throws IOException {
        if (program instanceof Program.Command command) {
            return command.words();
        }
        if (program instanceof Program.Script script) {
            Path file = folder.path().resolve("script.sh");
            Files.writeString(file, script.text() + "\n");
            needs.add(file);
            return List.of("bash", TaskCommand.literal(file));
        }
        JavaProgram java = new JavaProgram(folder, classpath);
        List<String> words = java.freeze((Program.MainClass) program, entries);
        needs.addAll(java.needs());
        return words;
    }

    /** One line a task in each of two files: for the script, where a task finds its line by its number, and for people. */
    void points(List<Point> points, TaskIndices tasks, TaskCommand command) throws IOException {
        PointLines lines = new PointLines(command);
        try (BufferedWriter script = Files.newBufferedWriter(folder.points());
                BufferedWriter record = Files.newBufferedWriter(folder.tasks())) {
            for (int task = 0; task < points.size(); task++) {
                Point point = points.get(task);
                String parameters = Json.line(point.json());
                script.append(lines.line(point, parameters)).append('\n');
                if (tasks.values().contains(task)) {
                    record.append("{\"task\":" + task + ",\"parameters\":" + parameters + "}\n");
                }
            }
        }
    }

    /** Writes the script; it looks that what {@link #program} has frozen is there. */
    void script(TaskIndices tasks, LaunchRecord.Code code) throws IOException {
        for (int shard : LaunchFolder.shards(tasks)) {
            Files.createDirectories(folder.marks().resolve(String.valueOf(shard)));
        }
        Files.createFile(folder.script(), LaunchFolder.OWNERS_ALONE); // the values of the setting 'env' are in it
        Files.writeString(folder.script(), text(tasks.values().size(), code));
    }

    String text(int tasks, LaunchRecord.Code code) {
        return new JobScript(folder, tasks, code, isolated(code), settings.surroundings(), needs).text();
    }

    /** What each task has a copy of. */
    private Optional<Path> isolated(LaunchRecord.Code code) {
        return settings.preparation().isolation() == Isolation.TASK ? Optional.of(code.worktree()) : Optional.empty();
    }
}
