package io.github.snapsweep.launch;

import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.progress.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Shows what tasks of a launch printed, as it is. */
public final class Logs {

    private static final Set<TaskState> PRESET =
            EnumSet.of(TaskState.FAILED, TaskState.TIMEOUT, TaskState.CANCELLED, TaskState.UNKNOWN);

    /** Whether a task has ended is a question to Slurm. */
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);

    private final Path project;
    private final SlurmSettings settings;
    private final LaunchRequest.Surroundings surroundings;
    private final Output output;

    public Logs(Path project, SlurmSettings settings, LaunchRequest.Surroundings surroundings, Output output) {
        this.project = project;
        this.settings = settings;
        this.surroundings = surroundings;
        this.output = output;
    }

    /**
     * Shows the logs of the chosen tasks; without a choice those of the tasks that did not end well, or of the only one.
     *
     * @return the files, by task
     * @throws Problem when no task is chosen and none failed, or when several are to be followed
     */
    public List<ShownLog> show() {
        LaunchFolder folder = LaunchFolder.require(project, settings.run().launch());
        LaunchStates states = LaunchStates.of(project, surroundings);
        LaunchStatus status = states.of(folder);
        List<TaskStatus> chosen = chosen(status);
        SlurmSettings.Chosen how = settings.chosen();
        if (how.follow() && chosen.size() != 1) {
            throw LaunchProblems.followOne(chosen.size());
        }
        try {
            List<ShownLog> shown = new ArrayList<>();
            for (TaskStatus task : chosen) {
                shown.add(show(folder, status.launch(), task));
            }
            if (how.follow()) {
                new FollowedLog(output)
                        .follow(shown.get(0).files(), BETWEEN_QUESTIONS, () -> hasEnded(states, folder, chosen.get(0)));
            }
            return shown;
        } catch (IOException e) {
            throw LaunchProblems.unreadableRecord(folder.logs(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LaunchProblems.waitInterrupted(folder.id());
        }
    }

    private List<TaskStatus> chosen(LaunchStatus status) {
        boolean unsaid = settings.chosen().tasks().isEmpty()
                && settings.chosen().states().isEmpty();
        if (unsaid && status.tasks().size() == 1) {
            return status.tasks();
        }
        ChosenTasks asked = new ChosenTasks(settings.chosen());
        List<TaskStatus> chosen = asked.of(status, PRESET);
        if (unsaid && chosen.isEmpty()) {
            throw LaunchProblems.whichTask(
                    status.launch().launch(),
                    status.tasks().size(),
                    status.launch().numbers().text());
        }
        if (chosen.isEmpty()) {
            surroundings.progress().info(asked.none(status));
        }
        return chosen;
    }

    private ShownLog show(LaunchFolder folder, LaunchRecord launch, TaskStatus task) throws IOException {
        List<Path> files = files(folder, launch, task.task());
        surroundings
                .progress()
                .info("task " + task.task() + ": " + task.state().text()
                        + (task.detail().isEmpty() ? "" : ", " + task.detail())
                        + (files.isEmpty() ? "; nothing was printed" : ""));
        if (!settings.chosen().follow()) {
            for (Path file : files) {
                surroundings.progress().info(file.toString());
                LogTail.show(file, settings.chosen().lines(), output);
            }
        }
        return new ShownLog(task.task(), files);
    }

    /** The parts that ran the task, of one attempt: usually one. */
    private List<Path> files(LaunchFolder folder, LaunchRecord launch, int task) {
        int asked = settings.chosen().attempt().orElse(0);
        Set<Path> files = new LinkedHashSet<>();
        boolean there = false;
        List<Attempt> attempts = new ArrayList<>(launch.attempts());
        Collections.reverse(attempts);
        for (Attempt attempt : attempts) {
            List<Part> parts = attempt.parts().stream()
                    .filter(part -> part.counts() && part.numbers().values().contains(task))
                    .toList();
            if (!parts.isEmpty() && (asked == 0 || asked == attempt.number())) {
                there = true;
                parts.forEach(
                        part -> files.addAll(TaskLog.of(folder, part, task).files()));
                break;
            }
        }
        if (asked > 0 && !there) {
            throw LaunchProblems.noAttempt(task, asked, launch.launch());
        }
        boolean follow = settings.chosen().follow();
        return files.stream().filter(file -> follow || hasText(file)).toList();
    }

    private static boolean hasText(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0;
        } catch (IOException e) {
            return true; // to read it will say why
        }
    }

    private static boolean hasEnded(LaunchStates states, LaunchFolder folder, TaskStatus task) {
        return states.of(folder).tasks().stream()
                .filter(each -> each.task() == task.task())
                .allMatch(each -> each.state().isEnd());
    }

    /**
     * The logs of a task.
     *
     * @param task its number
     * @param files its standard output, and its standard error where that is kept apart
     */
    public record ShownLog(int task, List<Path> files) {
        public ShownLog {
            files = List.copyOf(files);
        }
    }
}
