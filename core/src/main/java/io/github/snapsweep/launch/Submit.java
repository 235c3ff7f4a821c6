package io.github.snapsweep.launch;

import io.github.snapsweep.config.Effective;
import io.github.snapsweep.config.ExecutorChoice;
import io.github.snapsweep.config.OnSnapshotFailure;
import io.github.snapsweep.config.Program;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.slurm.SlurmClient;
import io.github.snapsweep.snapshot.CreatedSnapshot;
import io.github.snapsweep.snapshot.ObtainedWorktree;
import io.github.snapsweep.snapshot.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Makes a launch: everything that can be wrong is looked at first, then the code is frozen, the launch written down, and
 * its tasks handed over. When they are not taken, all that was made is taken back.
 *
 * <p>The snapshot is pushed last, once the tasks are taken (or beside them, on this machine): a launch that does not come
 * about publishes nothing.
 */
public final class Submit {

    private final LaunchRequest request;
    private final SlurmSettings settings;
    private final Progress progress;
    private final Map<String, Long> milliseconds = new LinkedHashMap<>();

    public Submit(LaunchRequest request) {
        this.request = request;
        this.settings = request.configuration().slurm();
        this.progress = request.surroundings().progress();
    }

    /**
     * Submits the launch; on this machine, runs it to its end.
     *
     * @throws Problem when it cannot be made, or a task failed on this machine
     */
    public LaunchRecord run() {
        Program program = settings.requireProgram();
        Tasks tasks = Tasks.of(settings.sweep());
        Executor executor = executor();
        executor.requireReady();
        List<Path> classpath = classpath(program);
        try {
            if (settings.run().dryRun()) {
                return new DryRun(request, executor).show(program, tasks);
            }
            return freezeAndRun(program, tasks, executor, classpath);
        } catch (IOException e) {
            throw LaunchProblems.folderFailed(request.project(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LaunchProblems.interrupted(request.launchName());
        }
    }

    private List<Path> classpath(Program program) {
        if (!(program instanceof Program.MainClass main)) {
            return List.of();
        }
        List<Path> entries = request.classpath().get();
        FrozenClasspath.requireClass(main.name(), entries);
        return entries;
    }

    private Executor executor() {
        LaunchRequest.Surroundings machine = request.surroundings();
        SlurmClient client = new SlurmClient(machine.runner(), machine.host(), request.project());
        ExecutorChoice choice = settings.executor().choice();
        boolean slurm = choice == ExecutorChoice.SLURM || (choice == ExecutorChoice.AUTO && client.isInstalled());
        if (choice == ExecutorChoice.AUTO) {
            progress.info(
                    slurm
                            ? "executor: slurm (sbatch is on the PATH; -Dslurm.executor=local runs here)"
                            : "executor: local (there is no sbatch on the PATH)");
        }
        return slurm
                ? new SlurmExecutor(client, settings, progress)
                : new LocalExecutor(
                        machine.host(),
                        progress,
                        settings.executor().parallelism(),
                        settings.job().stderrToStdout());
    }

    private LaunchRecord freezeAndRun(Program program, Tasks tasks, Executor executor, List<Path> classpath)
            throws IOException, InterruptedException {
        Instant now = request.surroundings().host().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        Traces traces = Traces.before(
                request.project(), request.configuration().snapshot().worktree().symlinkPaths());
        Optional<FrozenCode> frozen = frozenCode();
        LaunchFolder folder = LaunchFolder.create(request.project(), request.launchName(), now);
        try {
            LaunchRecord.Code code = frozen.map(freeze -> timed("snapshot", () -> freeze(freeze, folder)))
                    .orElseGet(this::liveTree);
            Path directory = directory(code, frozen);
            LaunchRecord record = write(program, tasks, classpath, folder, code, directory, executor, now);
            return handOver(executor, new PreparedLaunch(folder, tasks.size(), directory), record, frozen);
        } catch (NothingTaken e) {
            undo(frozen, folder, traces);
            throw e.problem();
        } catch (Problem | IOException e) {
            if (!folder.isWritten()) {
                undo(frozen, folder, traces);
            }
            throw e;
        } finally {
            frozen.ifPresent(FrozenCode::close);
        }
    }

    /** The repository to freeze; none when the live tree is to run, because it was asked for or had to be. */
    private Optional<FrozenCode> frozenCode() {
        if (!request.configuration().snapshot().run().enabled()) {
            progress.warn("no snapshot: snapshot.enabled is false, and the tasks run the files as they will be then");
            return Optional.empty();
        }
        try {
            FrozenCode code =
                    new FrozenCode(request.project(), request.configuration().snapshot(), request.surroundings());
            code.requireWritable();
            return Optional.of(code);
        } catch (Problem e) {
            return runLive(e);
        }
    }

    private Optional<FrozenCode> runLive(Problem cause) {
        if (request.configuration().snapshot().run().onSnapshotFailure() == OnSnapshotFailure.FAIL) {
            throw cause;
        }
        progress.warn("NO SNAPSHOT: the tasks run the files as they will be then, not as they are now "
                + "(onSnapshotFailure=warn). " + cause.getMessage());
        return Optional.empty();
    }

    private LaunchRecord.Code freeze(FrozenCode freeze, LaunchFolder folder) {
        try {
            CreatedSnapshot created = freeze.capture();
            new SnapshotReport(progress).created(created);
            ObtainedWorktree worktree =
                    freeze.checkOut(created, LaunchLock.of(folder).text());
            progress.info((worktree.made() ? "worktree " : "worktree, there already: ")
                    + worktree.worktree().path());
            return new LaunchRecord.Code(
                    created.snapshot().ref(),
                    created.snapshot().commit(),
                    created.snapshot().base().orElse(null),
                    created.snapshot().baseBranch(),
                    FrozenCode.paths(created),
                    worktree.worktree().path(),
                    "not pushed yet");
        } catch (Problem e) {
            runLive(e);
            freeze.undo(LaunchLock.of(folder).text());
            return liveTree();
        }
    }

    private LaunchRecord.Code liveTree() {
        return new LaunchRecord.Code(null, null, null, null, List.of(), request.project(), "no snapshot");
    }

    private Path directory(LaunchRecord.Code code, Optional<FrozenCode> frozen) {
        return code.commit() == null || frozen.isEmpty()
                ? request.project()
                : code.worktree().resolve(frozen.get().relative(request.project()));
    }

    private LaunchRecord write(
            Program program,
            Tasks tasks,
            List<Path> classpath,
            LaunchFolder folder,
            LaunchRecord.Code code,
            Path directory,
            Executor executor,
            Instant now)
            throws IOException {
        LaunchFiles files = new LaunchFiles(folder, settings);
        List<String> words = files.program(program, classpath);
        files.points(tasks, new TaskCommand(words));
        files.script(tasks.size(), code, directory);
        Map<String, String> effective = new LinkedHashMap<>();
        for (Effective setting : request.configuration().effective()) {
            effective.put(setting.key(), setting.value() + "  (" + setting.origin() + ")");
        }
        LaunchRecord record = new LaunchRecord(
                LaunchRecord.SCHEMA,
                folder.id(),
                now,
                Version.current(),
                request.surroundings().host().name(),
                ProcessHandle.current().pid(),
                request.surroundings().host().user(),
                code,
                settings.sweep().texts(),
                tasks.size(),
                words,
                executor.kind(),
                List.of(),
                effective,
                milliseconds);
        folder.write(record);
        progress.info("launch " + folder.id() + ": " + tasks.size() + " tasks"
                + (tasks.product().isEmpty() ? "" : " (" + tasks.product() + ")"));
        progress.info("outputs " + folder.outputs());
        return record;
    }

    private LaunchRecord handOver(
            Executor executor, PreparedLaunch launch, LaunchRecord record, Optional<FrozenCode> frozen)
            throws IOException, InterruptedException {
        if (executor.kind() == ExecutorKind.SLURM) {
            long start = System.nanoTime();
            LaunchRecord submitted = executor.run(launch, record);
            milliseconds.put("submit", millis(start));
            return published(submitted, frozen, launch.folder());
        }
        CompletableFuture<LaunchRecord> publishing =
                CompletableFuture.supplyAsync(() -> published(record, frozen, launch.folder()));
        try {
            return executor.run(launch, record);
        } finally {
            publishing.join();
            frozen.ifPresent(
                    freeze -> freeze.release(LaunchLock.of(launch.folder()).text()));
        }
    }

    /** Pushes the snapshot, and records how that went. */
    private LaunchRecord published(LaunchRecord record, Optional<FrozenCode> frozen, LaunchFolder folder) {
        Optional<CreatedSnapshot> snapshot = frozen.flatMap(FrozenCode::created);
        if (snapshot.isEmpty() || frozen.isEmpty()) {
            return record;
        }
        long start = System.nanoTime();
        String outcome = frozen.get().setup().publish(snapshot.get());
        milliseconds.put("push", millis(start));
        LaunchRecord pushed = record.pushed(outcome, milliseconds);
        try {
            folder.write(pushed);
        } catch (IOException e) {
            progress.warn("the record " + folder.recordFile() + " lacks how the push went: " + e.getMessage());
        }
        return pushed;
    }

    private static void undo(Optional<FrozenCode> frozen, LaunchFolder folder, Traces traces) throws IOException {
        frozen.ifPresent(freeze -> freeze.undo(LaunchLock.of(folder).text()));
        traces.remove(folder);
    }

    private <T> T timed(String step, java.util.function.Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        milliseconds.put(step, millis(start));
        return result;
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
