package io.github.snapsweep.launch;

import io.github.snapsweep.config.BuildPlace;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.local.LocalTask;
import io.github.snapsweep.local.LocalTasks;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.slurm.SlurmEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The build of a launch: a script that runs once in the worktree, here or as the first job. */
final class LaunchBuild {

    private static final int SHOWN = 15;

    private final LaunchFolder folder;
    private final LaunchRequest.Surroundings surroundings;

    LaunchBuild(LaunchFolder folder, LaunchRequest.Surroundings surroundings) {
        this.folder = folder;
        this.surroundings = surroundings;
    }

    /** Whether the tasks wait for a job that builds; else the build is made before they are sent, if there is one. */
    static boolean isAJob(SlurmSettings.Preparation preparation, ExecutorKind executor) {
        return preparation.buildOn() == BuildPlace.SLURM && executor == ExecutorKind.SLURM;
    }

    /** Writes its script; its variables may be secrets. */
    void write(SlurmSettings settings, LaunchRecord.Code code, Map<Path, Path> copies) throws IOException {
        Files.createFile(folder.buildScript(), LaunchFolder.OWNERS_ALONE);
        Files.writeString(
                folder.buildScript(),
                new BuildScript(folder, code, settings.preparation().build(), settings.surroundings(), copies).text());
    }

    /** Whether the launch has a build that has not been made, as far as is known, in its worktree. */
    boolean isOpen() throws IOException {
        return Files.exists(folder.buildScript())
                && !BuildMark.of(folder).filter(BuildMark::hasSucceeded).isPresent();
    }

    /** Brings the script to another worktree, where nothing is built. */
    void moveTo(Path worktree, Path directory) throws IOException {
        if (Files.exists(folder.buildScript())) {
            Files.deleteIfExists(folder.buildMark());
            String script = Files.readString(folder.buildScript());
            Files.writeString(
                    folder.buildScript(),
                    ScriptText.moved(script, Map.of("worktree", worktree, "directory", directory)));
        }
    }

    /**
     * Makes the build on this machine.
     *
     * @throws io.github.snapsweep.problem.Problem when it fails; its log is kept beside the launch's folder then
     */
    void run(Path directory) throws IOException, InterruptedException {
        int exit = run(folder.buildScript(), folder.buildLog(), directory);
        if (exit != 0) {
            Files.copy(folder.buildLog(), folder.keptBuildLog(), StandardCopyOption.REPLACE_EXISTING);
            throw LaunchProblems.buildFailed(exit, tail(folder.buildLog()), folder.keptBuildLog());
        }
    }

    /** Runs a script of a build, and gives its exit code. */
    int run(Path script, Path log, Path directory) throws IOException, InterruptedException {
        surroundings.progress().info("building in the worktree; what it prints: " + log);
        long start = System.nanoTime();
        AtomicInteger exit = new AtomicInteger();
        new LocalTasks(directory, SlurmEnvironment.scrubbed(surroundings.host().environment()), 1)
                .run(
                        List.of(new LocalTask(0, List.of("bash", script.toString()), log, log)),
                        all -> true,
                        (ended, code) -> exit.set(code));
        if (exit.get() == 0) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            surroundings.progress().info("built in " + took.toSeconds() + " s");
        }
        return exit.get();
    }

    private static List<String> tail(Path log) throws IOException {
        Deque<String> last = new ArrayDeque<>();
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            lines.forEach(line -> {
                last.addLast(line);
                if (last.size() > SHOWN) {
                    last.removeFirst();
                }
            });
        }
        return List.copyOf(last);
    }
}
