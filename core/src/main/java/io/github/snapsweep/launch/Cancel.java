package io.github.snapsweep.launch;

import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.json.Json;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.SlurmProblems;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.process.RunningProcess;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.slurm.JobId;
import io.github.snapsweep.slurm.Reply;
import io.github.snapsweep.slurm.SlurmClient;
import io.github.snapsweep.slurm.TaskIndices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Ends tasks of a launch, those that wait and those that run; what has ended already stays as it is. */
public final class Cancel {

    private static final Set<TaskState> OPEN = EnumSet.of(TaskState.PENDING, TaskState.RUNNING, TaskState.UNKNOWN);

    private final Path project;
    private final SlurmSettings settings;
    private final LaunchRequest.Surroundings surroundings;
    private final SlurmClient client;
    private final Progress progress;

    public Cancel(Path project, SlurmSettings settings, LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.settings = settings;
        this.surroundings = surroundings;
        this.client = new SlurmClient(surroundings.runner(), surroundings.host(), project);
        this.progress = surroundings.progress();
    }

    /**
     * Cancels the chosen tasks, all that have not ended when none are; when asked to, waits until they are gone.
     *
     * @return how the launch stands then
     */
    public LaunchStatus run() {
        LaunchFolder folder = LaunchFolder.require(project, settings.run().launch());
        LaunchStates states = new LaunchStates(client, surroundings.host());
        try {
            List<TaskStatus> cancelled = LaunchGuard.with(folder, progress, () -> cancel(folder, states.of(folder)));
            if (settings.chosen().awaited() && !cancelled.isEmpty()) {
                Set<Integer> numbers = new TreeSet<>();
                cancelled.forEach(task -> numbers.add(task.task()));
                return new Wait(folder, states, settings.chosen().waitAtMost(), surroundings).until(numbers);
            }
            return states.of(folder);
        } catch (IOException e) {
            throw LaunchProblems.folderFailed(folder.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LaunchProblems.waitInterrupted(folder.id());
        }
    }

    private List<TaskStatus> cancel(LaunchFolder folder, LaunchStatus status) throws IOException, InterruptedException {
        List<TaskStatus> chosen = new ChosenTasks(settings.chosen())
                .of(status, OPEN).stream().filter(task -> !task.state().isEnd()).toList();
        if (chosen.isEmpty()) {
            progress.info("there is nothing to cancel in launch " + folder.id() + ": " + status.summary());
            return chosen;
        }
        Map<Part, List<Integer>> byPart = new LinkedHashMap<>();
        Map<Integer, Part> places = status.launch().places();
        chosen.forEach(task -> byPart.computeIfAbsent(places.get(task.task()), none -> new ArrayList<>())
                .add(task.task()));
        for (Map.Entry<Part, List<Integer>> each : byPart.entrySet()) {
            Part part = each.getKey();
            if (part.token() == null) {
                cancelHere(folder, status, part, each.getValue());
            } else if (part.id().isEmpty()) {
                throw SlurmProblems.uncertain(folder.id(), part.token());
            } else {
                cancelInSlurm(folder, part, part.id().get(), each.getValue(), status);
            }
        }
        cancelBuild(status, chosen);
        progress.info("cancelled " + Counted.of(chosen.size(), "task") + " of launch " + folder.id());
        return chosen;
    }

    /** A build is for all tasks: it goes with the last of them. */
    private void cancelBuild(LaunchStatus status, List<TaskStatus> chosen) throws InterruptedException {
        boolean all = status.tasks().stream().allMatch(task -> task.state().isEnd() || chosen.contains(task));
        for (Part part : status.launch().latest().parts()) {
            if (all && part.isBuild() && part.id().isPresent()) {
                client.cancel(part.id().get(), TaskIndices.upTo(1));
            }
        }
    }

    private void cancelInSlurm(LaunchFolder folder, Part part, JobId job, List<Integer> tasks, LaunchStatus status)
            throws IOException, InterruptedException {
        Set<Integer> indices = new TreeSet<>();
        tasks.forEach(task -> indices.add(part.index(task)));
        Set<Integer> own = part.numbers().values();
        List<Integer> beside = status.tasks().stream()
                .filter(task -> !task.state().isEnd())
                .map(TaskStatus::task)
                .filter(task -> own.contains(task) && indices.contains(part.index(task)) && !tasks.contains(task))
                .toList();
        if (!beside.isEmpty()) {
            throw LaunchProblems.sharedJob(
                    TaskIndices.of(tasks).text(), TaskIndices.of(beside).text());
        }
        new CancelledTasks(folder).add(part, tasks);
        Reply<List<String>> reply = client.cancel(job, TaskIndices.of(indices));
        if (reply instanceof Reply.Unavailable<List<String>> silent) {
            throw SlurmProblems.cancelFailed(silent.reason());
        }
    }

    /** What has not begun is marked as ended, and so is not begun; what runs is told to end. */
    private void cancelHere(LaunchFolder folder, LaunchStatus status, Part part, List<Integer> tasks)
            throws IOException {
        Host host = surroundings.host();
        String machine = status.launch().attemptOf(part).host();
        if (!machine.equals(host.name())) {
            throw LaunchProblems.elsewhere(folder.id(), machine);
        }
        for (int task : tasks) {
            long now = host.clock().instant().getEpochSecond();
            TaskMark mark = new TaskMark(
                    task,
                    String.valueOf(part.number()),
                    0,
                    host.name(),
                    0,
                    "",
                    now,
                    TaskMark.TOLD_TO_END,
                    TaskMark.CANCELLED,
                    now);
            if (!Files.exists(folder.mark(task, part, TaskMark.START))) {
                Json.write(folder.mark(task, part, TaskMark.EXIT), mark);
            }
            TaskMarks.read(folder, task, part)
                    .filter(begun -> !begun.isEnd())
                    .flatMap(begun -> RunningProcess.of(begun.pid(), Instant.ofEpochSecond(begun.started())))
                    .filter(process -> RunningProcess.mentions(process, folder.path()))
                    .ifPresent(ProcessHandle::destroy);
        }
    }
}
