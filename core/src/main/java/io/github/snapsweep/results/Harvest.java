package io.github.snapsweep.results;

import io.github.snapsweep.config.MetricPattern;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.launch.LaunchFolder;
import io.github.snapsweep.launch.LaunchRequest;
import io.github.snapsweep.launch.LaunchStates;
import io.github.snapsweep.launch.LaunchStatus;
import io.github.snapsweep.launch.Part;
import io.github.snapsweep.launch.TaskPoints;
import io.github.snapsweep.launch.TaskRun;
import io.github.snapsweep.launch.TaskRuns;
import io.github.snapsweep.launch.TaskStatus;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.slurm.JobId;
import io.github.snapsweep.slurm.Reply;
import io.github.snapsweep.slurm.SlurmClient;
import io.github.snapsweep.slurm.TaskId;
import io.github.snapsweep.slurm.TaskUsage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers what the tasks of a launch left. */
public final class Harvest {

    private final Path project;
    private final SlurmSettings settings;
    private final LaunchRequest.Surroundings surroundings;

    public Harvest(Path project, SlurmSettings settings, LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.settings = settings;
        this.surroundings = surroundings;
    }

    /**
     * All of the chosen launch, with its states, which is one question to each source at most.
     *
     * @throws io.github.snapsweep.problem.Problem when there is no such launch, or its record cannot be read
     */
    public LaunchResults gather() {
        LaunchFolder folder = LaunchFolder.require(project, settings.run().launch());
        return gather(folder, new Reply.Known<>(List.of()));
    }

    /** As {@link #gather}, with what the accounting database knows of the time and the memory that the tasks took. */
    public LaunchResults gatherWithUsage() {
        LaunchFolder folder = LaunchFolder.require(project, settings.run().launch());
        return gather(folder, usage(folder));
    }

    private LaunchResults gather(LaunchFolder folder, Reply<List<TaskUsage>> reply) {
        LaunchStatus status = LaunchStates.of(project, surroundings).of(folder);
        TaskPoints points = TaskPoints.read(folder);
        TaskRuns runs = TaskRuns.read(folder, status.launch());
        Map<TaskId, TaskUsage> usages = reply.known().orElse(List.of()).stream()
                .collect(Collectors.toMap(TaskUsage::task, Function.identity(), (first, second) -> second));
        List<TaskResult> tasks = status.tasks().parallelStream()
                .map(task -> result(folder, status, task, points, runs.of(task.task()), usages))
                .toList();
        String silence = reply instanceof Reply.Unavailable<List<TaskUsage>> none ? none.reason() : "";
        return new LaunchResults(folder, status, tasks, silence);
    }

    private TaskResult result(
            LaunchFolder folder,
            LaunchStatus status,
            TaskStatus task,
            TaskPoints points,
            List<TaskRun> runs,
            Map<TaskId, TaskUsage> usages) {
        Path output = folder.output(task.task(), status.launch().tasks());
        Optional<TaskRun> last = runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
        Metrics metrics = MetricFiles.read(output).and(logged(last));
        return new TaskResult(
                task,
                points.of(task.task()),
                task.state().isEnd() ? metrics : metrics.soFar(),
                runs,
                last.flatMap(TaskRun::job).map(usages::get),
                output);
    }

    /** Tasks that share a job share its log, and nobody can tell whose a line is. */
    private Metrics logged(Optional<TaskRun> last) {
        Optional<MetricPattern> pattern = settings.results().metricPattern();
        if (pattern.isEmpty() || last.isEmpty()) {
            return Metrics.NONE;
        }
        return last.get().isAlone()
                ? MetricsLog.read(last.get().log().files(), pattern.get())
                : Metrics.fault(
                        "its log", "it is that of other tasks too (tasksPerJob): metricPattern is not looked for");
    }

    private Reply<List<TaskUsage>> usage(LaunchFolder folder) {
        Set<JobId> jobs = folder.read().attempts().stream()
                .flatMap(attempt -> attempt.parts().stream())
                .map(Part::id)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        if (jobs.isEmpty()) {
            return new Reply.Known<>(List.of());
        }
        try {
            return new SlurmClient(surroundings.runner(), surroundings.host(), project).usage(jobs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LaunchProblems.waitInterrupted(folder.id());
        }
    }
}
