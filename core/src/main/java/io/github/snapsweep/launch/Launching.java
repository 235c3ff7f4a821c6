package io.github.snapsweep.launch;

import io.github.snapsweep.config.Effective;
import io.github.snapsweep.config.OnSnapshotFailure;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.Reason;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.snapshot.CarriedPath;
import io.github.snapsweep.snapshot.CreatedSnapshot;
import io.github.snapsweep.snapshot.ObtainedWorktree;
import io.github.snapsweep.snapshot.Sizes;
import io.github.snapsweep.snapshot.Version;
import java.io.IOException;
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
        LaunchFolder.requireOutputs(request.project());
        Traces traces = Traces.before(
                request.project(), request.configuration().snapshot().worktree().symlinkPaths());
        Optional<FrozenCode> frozen = frozenCode();
        try {
            LaunchFolder folder = LaunchFolder.create(request.project(), request.launchName(), now);
            LaunchMaker.sign(folder, request.surroundings().host());
            return run(folder, frozen, traces);
        } finally {
            frozen.ifPresent(FrozenCode::close);
        }
    }

    private LaunchRecord run(LaunchFolder folder, Optional<FrozenCode> frozen, Traces traces)
            throws IOException, InterruptedException {
        try {
            LaunchRecord.Code code =
                    frozen.map(freeze -> freeze(freeze, folder)).orElseGet(this::liveTree);
            LaunchFiles files = new LaunchFiles(folder, settings);
            FrozenProgram program = new FrozenProgram(request, plan, folder, files);
            long begun = System.nanoTime();
            List<String> words = program.freeze(
                    code, file -> frozen.map(freeze -> freeze.inWorktree(file)).orElse(file));
            milliseconds.put("program", millis(begun));
            PreparedLaunch launch =
                    new PreparedLaunch(folder, plan.tasks().numbers(), code.directory(), program.waitsForBuild());
            return run(launch, send(files, words, code, launch), frozen);
        } catch (NothingTaken e) {
            undo(frozen, folder, traces);
            throw e.problem();
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (!folder.isWritten()) {
                undo(frozen, folder, traces);
            } else if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw LaunchProblems.interrupted(folder.id());
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
            CreatedSnapshot created = timed("snapshot", freeze::capture);
            new SnapshotReport(progress).created(created);
            String lock = LaunchLock.of(folder).text();
            ObtainedWorktree worktree = timed("worktree", () -> freeze.checkOut(created, lock, plan.variant()));
            progress.info((worktree.made() ? "worktree " : "worktree, there already: ")
                    + worktree.worktree().path());
            List<CarriedPath> carried = timed("carry", () -> freeze.carry(worktree, plan.variant()));
            carried.forEach(path -> progress.info("carried " + path.path() + ": " + Counted.of(path.files(), "file")
                    + ", " + Sizes.text(path.bytes())));
            return new LaunchRecord.Code(
                    created.snapshot().ref(),
                    created.snapshot().commit(),
                    created.snapshot().base().orElse(null),
                    created.snapshot().baseBranch(),
                    FrozenCode.paths(created),
                    worktree.worktree().path(),
                    worktree.worktree().path().resolve(freeze.relative(request.project())),
                    "not pushed yet",
                    carried);
        } catch (Problem e) {
            runLive(e);
            freeze.undo(LaunchLock.of(folder).text());
            return liveTree();
        }
    }

    private LaunchRecord.Code liveTree() {
        return LaunchRecord.Code.live(request.project());
    }

    /** Writes the launch down and sends its tasks; nobody else may do either meanwhile. */
    private LaunchRecord send(LaunchFiles files, List<String> words, LaunchRecord.Code code, PreparedLaunch launch)
            throws IOException, InterruptedException {
        return LaunchGuard.with(launch.folder(), progress, () -> {
            long begun = System.nanoTime();
            LaunchRecord record = write(files, words, code, launch.folder());
            milliseconds.put("record", millis(begun));
            long start = System.nanoTime();
            LaunchRecord sent = plan.executor().send(launch, record);
            milliseconds.put("submit", millis(start));
            return sent;
        });
    }

    private LaunchRecord write(LaunchFiles files, List<String> words, LaunchRecord.Code code, LaunchFolder folder)
            throws IOException {
        Tasks tasks = plan.tasks();
        files.points(tasks.points(), tasks.numbers(), new TaskCommand(words));
        files.script(tasks.numbers(), code);
        Host host = request.surroundings().host();
        LaunchRecord record = new LaunchRecord(
                LaunchRecord.SCHEMA,
                folder.id(),
                now,
                Version.current(),
                host.name(),
                host.user(),
                code,
                tasks.sweeps().texts(),
                tasks.size(),
                tasks.only(),
                words,
                List.of(Attempt.begun(
                        1, now, plan.executor().kind(), host, tasks.numbers().text())),
                request.configuration().effective().stream()
                        .map(Launching::recorded)
                        .toList(),
                milliseconds);
        folder.write(record);
        progress.info("launch " + folder.id() + ": " + Counted.of(tasks.size(), "task")
                + (tasks.product().isEmpty() ? "" : " (" + tasks.product() + ")"));
        tasks.sweeps().notices().forEach(progress::info);
        progress.info("outputs " + folder.outputs());
        return record;
    }

    private static LaunchRecord.Setting recorded(Effective setting) {
        return new LaunchRecord.Setting(
                setting.key(),
                setting.key().startsWith(ENVIRONMENT) ? "set" : setting.value(),
                setting.origin().text());
    }

    private LaunchRecord run(PreparedLaunch launch, LaunchRecord sent, Optional<FrozenCode> frozen)
            throws IOException, InterruptedException {
        if (plan.executor().kind() == ExecutorKind.SLURM) {
            new CleanupJob(request.project(), request.surroundings()).send(launch.folder(), settings);
            return published(sent, frozen, launch.folder());
        }
        CompletableFuture<LaunchRecord> publishing =
                CompletableFuture.supplyAsync(() -> published(sent, frozen, launch.folder()));
        try {
            plan.executor().run(launch, sent);
            return publishing.join();
        } catch (Problem e) {
            throw e.with(publishing.join());
        } finally {
            publishing.join();
            frozen.ifPresent(
                    freeze -> freeze.release(LaunchLock.of(launch.folder()).text()));
            new LaunchCleanup(request.project(), request.surroundings()).after(launch.folder());
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
        try {
            return LaunchGuard.with(folder, progress, () -> {
                // read again: another attempt may have been recorded meanwhile
                LaunchRecord pushed = folder.read().pushed(outcome, milliseconds);
                folder.write(pushed);
                return pushed;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            progress.warn("the record " + folder.recordFile() + " lacks how the push went: " + Reason.of(e));
        }
        return record.pushed(outcome, milliseconds);
    }

    /** Never hides why the launch did not come about. */
    private void undo(Optional<FrozenCode> frozen, LaunchFolder folder, Traces traces) {
        try {
            frozen.ifPresent(freeze -> freeze.undo(LaunchLock.of(folder).text()));
            traces.remove(folder, request.surroundings().host());
        } catch (IOException | Problem e) {
            progress.warn("something of launch " + folder.id() + " could not be taken back: " + Reason.of(e));
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
