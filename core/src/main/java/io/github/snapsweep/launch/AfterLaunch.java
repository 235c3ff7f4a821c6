package io.github.snapsweep.launch;

import io.github.snapsweep.config.AfterKind;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.slurm.JobId;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Another launch that must have ended before the tasks of this one begin. */
final class AfterLaunch {

    private final SlurmSettings.After after;
    private final Path project;
    private final LaunchStates states;
    private boolean looked;
    private Optional<String> found = Optional.empty();

    AfterLaunch(SlurmSettings.After after, Path project, LaunchStates states) {
        this.after = after;
        this.project = project;
        this.states = states;
    }

    /**
     * What {@code sbatch --dependency} is told: the jobs of the launch whose tasks have not all ended. None when there is
     * no such launch, or nothing of it is left to wait for.
     *
     * @throws io.github.snapsweep.problem.Problem when the launch is not there, or when it has failed where it must not
     */
    Optional<String> dependency() {
        if (!looked) {
            found = after.launch().flatMap(this::look);
            looked = true;
        }
        return found;
    }

    /** On this machine nothing waits: the launch must have ended. */
    void requireEnded() {
        if (dependency().isPresent()) {
            throw LaunchProblems.notEnded(after.launch().orElse(""));
        }
    }

    private Optional<String> look(String name) {
        LaunchStatus status = states.of(LaunchFolder.require(project, name));
        List<Integer> bad = status.tasks().stream()
                .filter(task -> task.state().isEnd() && task.state() != TaskState.COMPLETED)
                .map(TaskStatus::task)
                .toList();
        if (after.kind() == AfterKind.OK && !bad.isEmpty()) {
            throw LaunchProblems.afterFailed(status.launch().launch(), bad.size());
        }
        if (status.tasks().stream().anyMatch(task -> task.state() == TaskState.UNKNOWN)) {
            throw LaunchProblems.afterUnknown(status.launch().launch(), status.notice());
        }
        Map<Integer, Part> places = status.launch().places();
        Set<JobId> jobs = new LinkedHashSet<>();
        boolean open = false;
        for (TaskStatus task : status.tasks()) {
            if (!task.state().isEnd()) {
                open = true;
                Optional.ofNullable(places.get(task.task())).flatMap(Part::id).ifPresent(jobs::add);
            }
        }
        if (open && jobs.isEmpty()) {
            throw LaunchProblems.notEnded(status.launch().launch());
        }
        return jobs.isEmpty()
                ? Optional.empty()
                : Optional.of(jobs.stream()
                        .map(job -> String.valueOf(job.id()))
                        .collect(Collectors.joining(
                                ":", "after" + after.kind().name().toLowerCase(Locale.ROOT) + ":", "")));
    }
}
