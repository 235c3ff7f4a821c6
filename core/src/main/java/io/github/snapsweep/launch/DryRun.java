package io.github.snapsweep.launch;

import io.github.snapsweep.config.Program;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.process.ShellWords;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.snapshot.Contents;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Shows what a launch would be, and makes nothing. */
final class DryRun {

    private final LaunchRequest request;
    private final SlurmSettings settings;
    private final Executor executor;
    private final Progress progress;

    DryRun(LaunchRequest request, Executor executor) {
        this.request = request;
        this.settings = request.configuration().slurm();
        this.executor = executor;
        this.progress = request.surroundings().progress();
    }

    LaunchRecord show(Program program, Tasks tasks) throws IOException, InterruptedException {
        LaunchFolder folder = new LaunchFolder(request.project(), request.launchName() + "-YYYYMMDD-HHMMSS");
        Path worktree = Path.of("/WORKTREE");
        boolean frozen = request.configuration().snapshot().run().enabled();
        Path directory = frozen ? snapshot(worktree) : request.project();
        LaunchRecord.Code code = frozen
                ? new LaunchRecord.Code(
                        null, "COMMIT", null, null, List.of(), worktree, directory, "not pushed", List.of())
                : LaunchRecord.Code.live(directory);
        List<String> words = words(program, folder);
        points(tasks, new TaskCommand(words));
        boolean waits = preparation();
        progress.info("the script:");
        new LaunchFiles(folder, settings).text(tasks.size(), code).lines().forEach(line -> progress.info("  " + line));
        progress.info("would be run by:");
        executor.preview(new PreparedLaunch(folder, tasks.numbers(), directory, waits))
                .forEach(line -> progress.info("  " + line));
        progress.info("nothing was made: dryRun is true");
        return new LaunchRecord(
                LaunchRecord.SCHEMA,
                folder.id(),
                request.surroundings().host().clock().instant().truncatedTo(ChronoUnit.SECONDS),
                Version.current(),
                request.surroundings().host().name(),
                request.surroundings().host().user(),
                code,
                tasks.sweeps().texts(),
                tasks.size(),
                tasks.only(),
                words,
                List.of(),
                List.of(),
                Map.of());
    }

    /** Shows what the worktree would get; tells whether the tasks would wait for a job that builds. */
    private boolean preparation() {
        SlurmSettings.Preparation preparation = settings.preparation();
        WorktreeVariant.of(settings, request.project()); // so that a fault of it is told
        preparation.carry().forEach(path -> progress.info("would be carried to the worktree: " + path));
        if (!preparation.builds()) {
            return false;
        }
        boolean job = LaunchBuild.isAJob(preparation, executor.kind());
        progress.info("would be built in the worktree " + (job ? "by a job that the tasks wait for:" : "here:"));
        preparation.build().forEach(line -> progress.info("  " + line));
        return job;
    }

    /** Shows what a snapshot would hold; tells where the tasks would run. */
    private Path snapshot(Path worktree) {
        try (GitRepository repository =
                GitRepository.containing(request.project()).telling(progress)) {
            SnapshotSetup setup = new SnapshotSetup(
                    repository, request.project(), request.configuration().snapshot(), request.surroundings());
            Contents contents = setup.snapshots().preview(setup.request());
            progress.info("the snapshot would hold: " + contents.summary());
            Stream.of(contents.changed(), contents.added(), contents.untracked(), contents.deleted())
                    .flatMap(List::stream)
                    .forEach(path -> progress.info("  " + path));
            return worktree.resolve(repository.relative(request.project()));
        }
    }

    private static List<String> words(Program program, LaunchFolder folder) {
        if (program instanceof Program.Command command) {
            return command.words();
        }
        return program instanceof Program.MainClass main
                ? Stream.concat(Stream.of("java", "@" + folder.javaArguments(), main.name()), main.arguments().stream())
                        .toList()
                : List.of("bash", folder.path().resolve("script.sh").toString());
    }

    private void points(Tasks tasks, TaskCommand command) {
        progress.info(Counted.of(tasks.size(), "task") + (tasks.product().isEmpty() ? "" : " (" + tasks.product() + ")")
                + ":");
        new PointTable(tasks).lines().forEach(line -> progress.info("  " + line));
        tasks.sweeps().notices().forEach(progress::info);
        PointLines lines = new PointLines(command);
        tasks.points().forEach(point -> lines.line(point, "")); // each, so that a fault of any is told
        int first = tasks.numbers().values().first();
        progress.info("task " + first + " would run:");
        progress.info("  " + ShellWords.join(command.with(tasks.points().get(first))));
    }
}
