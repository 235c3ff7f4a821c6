package io.github.snapsweep.launch;

import io.github.snapsweep.config.Effective;
import io.github.snapsweep.config.OnSnapshotFailure;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.progress.Progress;
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
import java.util.function.Supplier;

/**
 * A launch in the making: the code is frozen, the launch written down, and its tasks handed over. When they are not taken,
 * all that was made is taken back.
 *
 * <p>The snapshot is pushed last, once the tasks are taken (or beside them, on this machine): a launch that does not come
 * about publishes nothing.
 */
final class Launching {

    /** The values of these may be keys and passwords: a record names the variables alone. */
    private static final String ENVIRONMENT = "slurm.env.";

    private final LaunchRequest request;
    private final LaunchPlan plan;
    private final SlurmSettings settings;
    private final Progress progress;
    private final Instant now;
    private final Map<String, Long> milliseconds = new LinkedHashMap<>();

    Launching(LaunchRequest request, LaunchPlan plan) {
        this.request = request;
        this.plan = plan;
        this.settings = request.configuration().slurm();
        this.progress = request.surroundings().progress();
        this.now = request.surroundings().host().clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    LaunchRecord run() throws IOException, InterruptedException {
        Traces traces = Traces.before(
                request.project(), request.configuration().snapshot().worktree().symlinkPaths());
        Optional<FrozenCode> frozen = frozenCode();
        try {
            LaunchFolder folder = LaunchFolder.create(request.project(), request.launchName(), now);
            return run(folder, frozen, traces);
        } finally {
            frozen.ifPresent(FrozenCode::close);
        }
    }

    private LaunchRecord run(LaunchFolder folder, Optional<FrozenCode> frozen, Traces traces)
            throws IOException, InterruptedException {
        try {
            List<String> words = new LaunchFiles(folder, settings).program(plan.program(), plan.classpath());
            LaunchRecord.Code code = frozen.map(freeze -> timed("snapshot", () -> freeze(freeze, folder)))
                    .orElseGet(this::liveTree);
            Path directory = directory(code, frozen);
            LaunchRecord record = write(folder, words, code, directory);
            return handOver(new PreparedLaunch(folder, plan.tasks().numbers(), directory), record, frozen);
        } catch (NothingTaken e) {
            undo(frozen, folder, traces);
            throw e.problem();
        } catch (IOException | RuntimeException e) {
            if (!folder.isWritten()) {
                undo(frozen, folder, traces);
            }
            throw e;
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

    private LaunchRecord write(LaunchFolder folder, List<String> words, LaunchRecord.Code code, Path directory)
            throws IOException {
        Tasks tasks = plan.tasks();
        LaunchFiles files = new LaunchFiles(folder, settings);
        files.points(tasks.points(), tasks.numbers(), new TaskCommand(words));
        files.script(tasks.numbers(), code, directory);
        Map<String, String> effective = new LinkedHashMap<>();
        for (Effective setting : request.configuration().effective()) {
            String value = setting.key().startsWith(ENVIRONMENT) ? "set" : setting.value();
            effective.put(setting.key(), value + "  (" + setting.origin() + ")");
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
                tasks.sweeps().texts(),
                tasks.size(),
                tasks.only(),
                words,
                plan.executor().kind(),
                List.of(),
                effective,
                milliseconds);
        folder.write(record);
        progress.info("launch " + folder.id() + ": " + Counted.of(tasks.size(), "task")
                + (tasks.product().isEmpty() ? "" : " (" + tasks.product() + ")"));
        tasks.sweeps().notices().forEach(progress::info);
        progress.info("outputs " + folder.outputs());
        return record;
    }

    private LaunchRecord handOver(PreparedLaunch launch, LaunchRecord record, Optional<FrozenCode> frozen)
            throws IOException, InterruptedException {
        if (plan.executor().kind() == ExecutorKind.SLURM) {
            long start = System.nanoTime();
            LaunchRecord submitted = plan.executor().run(launch, record);
            milliseconds.put("submit", millis(start));
            return published(submitted, frozen, launch.folder());
        }
        CompletableFuture<LaunchRecord> publishing =
                CompletableFuture.supplyAsync(() -> published(record, frozen, launch.folder()));
        try {
            plan.executor().run(launch, record);
            return publishing.join();
        } catch (Problem e) {
            throw e.with(publishing.join());
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

    /** Never hides why the launch did not come about. */
    private void undo(Optional<FrozenCode> frozen, LaunchFolder folder, Traces traces) {
        try {
            frozen.ifPresent(freeze -> freeze.undo(LaunchLock.of(folder).text()));
            traces.remove(folder);
        } catch (IOException | Problem e) {
            progress.warn("something of launch " + folder.id() + " could not be taken back: " + e.getMessage());
        }
    }

    private <T> T timed(String step, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        milliseconds.put(step, millis(start));
        return result;
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
