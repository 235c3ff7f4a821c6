package io.github.snapsweep.launch;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.local.LocalTask;
import io.github.snapsweep.local.LocalTasks;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.progress.Output;
import io.github.snapsweep.slurm.SlurmEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs one recorded task of a launch here and now, in a fresh worktree of its commit, with its output on the console. The
 * launch's own outputs and marks are not touched: those of the rerun are in folders of their own.
 */
public final class Rerun {

    private static final String PART = "rerun";

    private final Path project;
    private final SlurmSettings settings;
    private final LaunchRequest.Surroundings surroundings;
    private final Output output;

    public Rerun(Path project, Configuration configuration, LaunchRequest.Surroundings surroundings, Output output) {
        this.project = project;
        this.settings = configuration.slurm();
        this.surroundings = surroundings;
        this.output = output;
    }

    /**
     * Runs the task.
     *
     * @throws Problem when not one task is named, the code is gone, or the task fails
     */
    public RerunResult run() {
        LaunchFolder folder = LaunchFolder.require(project, settings.run().launch());
        LaunchRecord launch = folder.read();
        int task = task(launch);
        try (FreshCode code = new FreshCode(project, folder, launch, surroundings)) {
            return run(folder, launch, task, code);
        } catch (IOException e) {
            throw LaunchProblems.folderFailed(folder.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LaunchProblems.interrupted(folder.id());
        }
    }

    private int task(LaunchRecord launch) {
        List<Integer> asked = settings.chosen()
                .tasks()
                .map(tasks -> List.copyOf(tasks.values()))
                .orElseGet(() -> List.copyOf(launch.numbers().values()));
        if (asked.size() != 1) {
            throw LaunchProblems.rerunOne(launch.launch());
        }
        if (!launch.numbers().values().contains(asked.get(0))) {
            throw LaunchProblems.noTask(
                    asked.get(0), launch.launch(), launch.numbers().text());
        }
        return asked.get(0);
    }

    private RerunResult run(LaunchFolder folder, LaunchRecord launch, int task, FreshCode code)
            throws IOException, InterruptedException {
        Path own = fresh(folder.reruns());
        Path outputs = folder.outputs().resolve(PART + "-" + own.getFileName());
        Files.createDirectories(own.resolve("tasks").resolve(String.valueOf(task / LaunchFolder.SHARD)));
        Files.createSymbolicLink(own.resolve(folder.points().getFileName()), folder.points());
        Map<String, Path> places = Map.of(
                "directory",
                code.directory(),
                "worktree",
                code.worktree(),
                "isolated",
                code.worktree(),
                "record",
                own,
                "outputs",
                outputs);
        build(folder, own, places, code);
        Path script = own.resolve("job.sh");
        Files.writeString(script, ScriptText.moved(Files.readString(folder.script()), places));
        surroundings.progress().info("running task " + task + " of launch " + folder.id() + " in " + code.directory());
        int exit = run(script, task, code.directory(), own.resolve("task.log"));
        Path result = outputs.resolve(folder.outputs().relativize(folder.output(task, launch.tasks())));
        if (exit != 0) {
            throw LaunchProblems.rerunFailed(task, exit, result).with(new RerunResult(task, exit, result));
        }
        surroundings.progress().info("task " + task + " ended well; its output folder: " + result);
        return new RerunResult(task, exit, result);
    }

    /** Builds in the fresh worktree; the classes that the launch froze stay as they are. */
    private void build(LaunchFolder folder, Path own, Map<String, Path> places, FreshCode code)
            throws IOException, InterruptedException {
        if (!Files.exists(folder.buildScript())) {
            return;
        }
        Path script = own.resolve(folder.buildScript().getFileName());
        Path log = own.resolve(folder.buildLog().getFileName());
        Files.writeString(
                script, BuildScript.withoutCopies(ScriptText.moved(Files.readString(folder.buildScript()), places)));
        int exit = new LaunchBuild(folder, surroundings).run(script, log, code.directory());
        if (exit != 0) {
            throw LaunchProblems.buildFailed(exit, List.of(), log);
        }
    }

    private static Path fresh(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int number = 1; ; number++) {
            Path own = folder.resolve(String.valueOf(number));
            if (!Files.exists(own)) {
                return Files.createDirectory(own);
            }
        }
    }

    private int run(Path script, int task, Path directory, Path log) throws IOException, InterruptedException {
        List<String> words = List.of("bash", script.toString(), String.valueOf(task), PART);
        AtomicInteger exit = new AtomicInteger(LocalTasks.SKIPPED);
        FollowedLog followed = new FollowedLog(output);
        List<IOException> faults = new ArrayList<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread running = new Thread(
                () -> {
                    try {
                        new LocalTasks(
                                        directory,
                                        SlurmEnvironment.scrubbed(
                                                surroundings.host().environment()),
                                        1)
                                .run(
                                        List.of(new LocalTask(task, words, log, log)),
                                        all -> true,
                                        (ended, code) -> exit.set(code));
                    } catch (IOException e) {
                        faults.add(e);
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                },
                "snapsweep-rerun");
        running.start();
        try {
            followed.follow(List.of(log), Duration.ZERO, () -> !running.isAlive());
        } finally {
            running.interrupt();
            running.join();
        }
        if (!faults.isEmpty()) {
            throw faults.get(0);
        }
        if (interrupted.get()) {
            throw new InterruptedException("the task was ended");
        }
        return exit.get();
    }

    /**
     * How it went.
     *
     * @param task its number
     * @param exit its exit code
     * @param output its output folder
     */
    public record RerunResult(int task, int exit, Path output) {}
}
