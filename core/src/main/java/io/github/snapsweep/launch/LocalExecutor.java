package io.github.snapsweep.launch;

import io.github.snapsweep.local.LocalTask;
import io.github.snapsweep.local.LocalTasks;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.slurm.SlurmEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs the tasks on this machine, by the same script and with the same marks, and waits for them. */
final class LocalExecutor implements Executor {

    private final Host host;
    private final Progress progress;
    private final int parallelism;
    private final boolean stderrToStdout;

    LocalExecutor(Host host, Progress progress, int parallelism, boolean stderrToStdout) {
        this.host = host;
        this.progress = progress;
        this.parallelism = parallelism;
        this.stderrToStdout = stderrToStdout;
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
    }

    @Override
    public List<String> preview(PreparedLaunch launch) {
        return List.of("bash " + launch.folder().script() + " TASK   (" + parallelism + " at a time)");
    }

    @Override
    public LaunchRecord run(PreparedLaunch launch, LaunchRecord record) throws IOException, InterruptedException {
        progress.info(
                "running " + Counted.of(launch.tasks(), "task") + " on this machine, " + parallelism + " at a time");
        List<Integer> failed = new ArrayList<>();
        int[] done = {0};
        LocalTasks tasks =
                new LocalTasks(launch.directory(), SlurmEnvironment.scrubbed(host.environment()), parallelism);
        tasks.run(tasks(launch), (task, exit) -> {
            done[0]++;
            if (exit != 0) {
                failed.add(task.number());
            }
            progress.advance("tasks", done[0], failed.size(), launch.tasks());
        });
        if (!failed.isEmpty()) {
            Collections.sort(failed);
            throw LaunchProblems.tasksFailed(
                    launch.folder().id(),
                    launch.tasks(),
                    failed,
                    launch.folder().logs());
        }
        return record;
    }

    private List<LocalTask> tasks(PreparedLaunch launch) throws IOException {
        for (int shard : LaunchFolder.shards(launch.numbers())) {
            Files.createDirectories(launch.folder().logs().resolve(String.valueOf(shard)));
        }
        return launch.numbers().values().stream()
                .map(number -> task(launch.folder(), number))
                .toList();
    }

    private LocalTask task(LaunchFolder folder, int number) {
        Path logs = folder.logs().resolve(String.valueOf(number / LaunchFolder.SHARD));
        Path out = logs.resolve(number + ".out");
        Path err = stderrToStdout ? out : logs.resolve(number + ".err");
        return new LocalTask(number, List.of("bash", folder.script().toString(), String.valueOf(number)), out, err);
    }
}
