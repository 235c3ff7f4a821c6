package io.github.snapsweep.launch;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SlurmProblems;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.slurm.SlurmClient;
import io.github.snapsweep.slurm.TaskIndices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs tasks of a launch once more: those that failed, ran out of time, were cancelled or were never sent. Their numbers,
 * folders, points and commit stay; what they ask of Slurm stays too, unless the command line says something else.
 */
public final class Retry {

    private static final Set<TaskState> PRESET =
            EnumSet.of(TaskState.FAILED, TaskState.TIMEOUT, TaskState.CANCELLED, TaskState.NOT_SUBMITTED);

    private final Path project;
    private final Configuration asked;
    private final Map<String, String> userProperties;
    private final LaunchRequest.Surroundings surroundings;
    private final Progress progress;

    /**
     * @param asked the settings as they are now: which launch, and which of its tasks
     * @param userProperties what the command line says, which holds over what was recorded
     */
    public Retry(
            Path project,
            Configuration asked,
            Map<String, String> userProperties,
            LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.asked = asked;
        this.userProperties = userProperties;
        this.surroundings = surroundings;
        this.progress = surroundings.progress();
    }

    /**
     * Retries.
     *
     * @return the launch's record, with the new attempt when there was something to retry
     * @throws Problem when it cannot be done, or a task failed on this machine
     */
    public LaunchRecord run() {
        LaunchFolder folder = LaunchFolder.require(project, asked.slurm().run().launch());
        try {
            return run(folder);
        } catch (NothingTaken e) {
            throw e.problem();
        } catch (IOException e) {
            throw LaunchProblems.folderFailed(folder.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LaunchProblems.interrupted(folder.id());
        }
    }

    private LaunchRecord run(LaunchFolder folder) throws IOException, InterruptedException {
        Optional<Sent> sent = LaunchGuard.with(folder, progress, () -> send(folder));
        if (sent.isEmpty()) {
            return folder.read();
        }
        new CleanupJob(project, surroundings)
                .send(folder, new RecordedSettings(sent.get().record).with(userProperties, project));
        try {
            sent.get().executor.run(sent.get().launch, sent.get().record);
        } finally {
            new LaunchCleanup(project, surroundings).after(folder);
        }
        if (asked.slurm().chosen().awaited() && sent.get().executor.kind() == ExecutorKind.SLURM) {
            Wait.of(project, folder.id(), asked.slurm().chosen().waitAtMost(), surroundings)
                    .forTasks(sent.get().launch.numbers());
        }
        return sent.get().record;
    }

    private Optional<Sent> send(LaunchFolder folder) throws IOException, InterruptedException {
        LaunchFolder.requireOutputs(project);
        SlurmSettings settings = new RecordedSettings(folder.read()).with(userProperties, project);
        LaunchRecord record = settled(folder);
        TaskIndices tasks = tasks(folder);
        if (tasks.isEmpty()) {
            return Optional.empty();
        }
        Executor executor = Executors.of(kind(settings, record), settings, project, surroundings);
        executor.requireReady();
        Path directory = new KeptCode(project, folder, surroundings)
                .directory(record, record.latest().number() + 1);
        PreparedLaunch launch = new PreparedLaunch(
                folder,
                tasks,
                directory,
                isLeftToAJob(new LaunchBuild(folder, surroundings), settings, executor, directory));
        return Optional.of(new Sent(executor, launch, send(executor, launch, record)));
    }

    /** Makes the build if it is open; whether a job is to make it instead. */
    private static boolean isLeftToAJob(LaunchBuild build, SlurmSettings settings, Executor executor, Path directory)
            throws IOException, InterruptedException {
        if (!build.isOpen()) {
            return false;
        }
        if (LaunchBuild.isAJob(settings.preparation(), executor.kind())) {
            return true;
        }
        build.run(directory);
        return false;
    }

    /** Parts that were sent without an answer are looked for first: their tasks may be running. */
    private LaunchRecord settled(LaunchFolder folder) throws IOException, InterruptedException {
        LaunchRecord record = folder.read();
        SlurmClient client = new SlurmClient(surroundings.runner(), surroundings.host(), project);
        for (Part part : LostParts.lost(record)) {
            progress.info("looking for part " + part.number() + " of the launch, to which sbatch gave no answer ...");
            Part settled = new LostParts(client, folder).settle(part);
            if (settled.state() == PartState.SENDING) {
                throw SlurmProblems.uncertain(folder.id(), String.valueOf(part.token()));
            }
            progress.info(settled.id()
                    .map(id -> "Slurm has it, as job " + id.id())
                    .orElse("Slurm does not have it: its tasks are sent again"));
            record = record.with(settled);
            folder.write(record);
        }
        return record;
    }

    private TaskIndices tasks(LaunchFolder folder) throws IOException {
        SlurmClient client = new SlurmClient(surroundings.runner(), surroundings.host(), project);
        LaunchStates states = new LaunchStates(client, surroundings.host());
        LaunchStatus status = states.of(folder);
        if (fenced(folder, status)) {
            status = states.of(folder);
        }
        if (!status.notice().isEmpty()) {
            throw LaunchProblems.retryBlind(folder.id(), status.notice());
        }
        List<TaskStatus> chosen = new ChosenTasks(asked.slurm().chosen()).of(status, PRESET);
        List<Integer> open = chosen.stream()
                .filter(task -> !task.state().isEnd())
                .map(TaskStatus::task)
                .toList();
        if (!open.isEmpty()) {
            throw LaunchProblems.retryRunning(folder.id(), TaskIndices.of(open).text());
        }
        if (chosen.isEmpty()) {
            progress.info("there is nothing to retry in launch " + folder.id() + ": " + status.summary());
        } else {
            progress.info("retrying " + Counted.of(chosen.size(), "task") + " of launch " + folder.id() + " ("
                    + status.summary() + ")");
        }
        return TaskIndices.of(chosen.stream().map(TaskStatus::task).toList());
    }

    /**
     * Keeps tasks from beginning that a Maven which was killed had started on this machine, and that have not left a mark
     * yet. A task writes its mark and then looks for the fence; here it is the other way round: one sees the other.
     *
     * @return whether the states are to be looked at again
     */
    private static boolean fenced(LaunchFolder folder, LaunchStatus status) throws IOException {
        Set<Part> left = parts(status, TaskState.CANCELLED);
        left.removeAll(parts(status, TaskState.PENDING)); // their Maven lives
        for (Part part : left) {
            Files.createDirectories(folder.parts());
            Files.writeString(folder.fence(part), "");
        }
        return !left.isEmpty();
    }

    /** The parts on this machine that have tasks in a state. */
    private static Set<Part> parts(LaunchStatus status, TaskState state) {
        Map<Integer, Part> places = status.launch().places();
        return status.tasks().stream()
                .filter(task -> task.state() == state && task.job().isEmpty())
                .flatMap(task -> Optional.ofNullable(places.get(task.task())).stream())
                .collect(Collectors.toSet());
    }

    private static ExecutorKind kind(SlurmSettings settings, LaunchRecord record) {
        return switch (settings.executor().choice()) {
            case SLURM -> ExecutorKind.SLURM;
            case LOCAL -> ExecutorKind.LOCAL;
            case AUTO -> record.latest().executor();
        };
    }

    private LaunchRecord send(Executor executor, PreparedLaunch launch, LaunchRecord record)
            throws IOException, InterruptedException {
        Attempt attempt = Attempt.begun(
                record.latest().number() + 1,
                surroundings.host().clock().instant().truncatedTo(ChronoUnit.SECONDS),
                executor.kind(),
                surroundings.host(),
                launch.numbers().text());
        LaunchRecord begun = record.with(attempt);
        launch.folder().write(begun);
        try {
            return executor.send(launch, begun);
        } catch (NothingTaken e) {
            launch.folder().write(record);
            throw e;
        }
    }

    /** An attempt that was sent. */
    private record Sent(Executor executor, PreparedLaunch launch, LaunchRecord record) {}
}
