package io.github.snapsweep.launch;

import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.local.LocalTask;
import io.github.snapsweep.local.LocalTasks;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.progress.Step;
import io.github.snapsweep.slurm.SlurmEnvironment;
import io.github.snapsweep.slurm.TaskIndices;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs the tasks on this machine, by the same script and with the same marks, and waits for them. */
final class LocalExecutor implements Executor {

    private final LaunchRequest.Surroundings surroundings;
    private final Host host;
    private final Progress progress;
    private final int parallelism;
    private final boolean stderrToStdout;
    private final LaunchStates states;
    private final AfterLaunch after;

    LocalExecutor(
            LaunchRequest.Surroundings surroundings, SlurmSettings settings, LaunchStates states, AfterLaunch after) {
        this.surroundings = surroundings;
        this.host = surroundings.host();
        this.progress = surroundings.progress();
        this.parallelism = settings.executor().parallelism();
        this.stderrToStdout = settings.job().stderrToStdout();
        this.states = states;
        this.after = after;
    }

    @Override
    public ExecutorKind kind() {
        return ExecutorKind.LOCAL;
    }

    @Override
    public void requireReady() {
        if (host.program("bash").isEmpty()) {
            throw LaunchProblems.noBash();
        }
        after.requireEnded();
    }

    @Override
    public List<String> preview(PreparedLaunch launch) {
        return List.of("bash " + launch.folder().script() + " TASK   (" + parallelism + " at a time)");
    }

    @Override
    public LaunchRecord send(PreparedLaunch launch, LaunchRecord record) throws IOException {
        LaunchRecord begun = record;
        for (int shard : LaunchFolder.shards(launch.numbers())) {
            List<Integer> tasks = launch.numbers().values().stream()
                    .filter(task -> task / LaunchFolder.SHARD == shard)
                    .toList();
            Part part = Part.local(begun.nextPart(), TaskIndices.of(tasks));
            Files.createDirectories(launch.folder().logs(part));
            begun = begun.with(part);
        }
        launch.folder().write(begun);
        return begun;
    }

    @Override
    public void run(PreparedLaunch launch, LaunchRecord record) throws IOException, InterruptedException {
        progress.info(
                "running " + Counted.of(launch.tasks(), "task") + " on this machine, " + parallelism + " at a time");
        Attempt attempt = record.latest();
        List<Integer> failed = new ArrayList<>();
        LocalTasks tasks =
                new LocalTasks(launch.directory(), SlurmEnvironment.scrubbed(host.environment()), parallelism);
        List<LocalTask> all = launch.numbers().values().stream()
                .map(number -> task(launch.folder(), number, attempt))
                .toList();
        try (Step running = progress.count("tasks", launch.tasks())) {
            tasks.run(all, task -> !isCancelled(launch.folder(), task, attempt), (task, exit) -> {
                running.advance();
                if (exit != 0) {
                    failed.add(task.number());
                    running.fail();
                }
            });
        }
        new LaunchEnd(surroundings).tell(launch.folder(), states.of(launch.folder()));
        if (!failed.isEmpty()) {
            Collections.sort(failed);
            throw LaunchProblems.tasksFailed(launch.folder().id(), launch.tasks(), failed);
        }
    }

    /** Whether it was ended before it began: the mark of its end is there already. */
    private static boolean isCancelled(LaunchFolder folder, LocalTask task, Attempt attempt) {
        return Files.exists(folder.mark(task.number(), attempt.partOf(task.number()), TaskMark.EXIT));
    }

    private LocalTask task(LaunchFolder folder, int number, Attempt attempt) {
        Part part = attempt.partOf(number);
        TaskLog log = TaskLog.of(folder, part, number);
        return new LocalTask(
                number,
                List.of(
                        "bash",
                        folder.script(attempt.number()).toString(),
                        String.valueOf(number),
                        String.valueOf(part.number()),
                        String.valueOf(attempt.number())),
                log.out(),
                stderrToStdout ? log.out() : log.err());
    }
}
