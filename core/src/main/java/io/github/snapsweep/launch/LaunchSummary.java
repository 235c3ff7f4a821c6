package io.github.snapsweep.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a launch came to, for those who read it at its end.
 *
 * @param launch its name
 * @param states how many tasks there are in each state, in words
 * @param time how long all tasks ran together
 * @param ran how many tasks ran at all
 * @param longest the task that ran longest; empty when none ran
 * @param failures the tasks that failed, as many as fit on a page
 * @param failed how many failed in all
 * @param outputs where the tasks wrote
 */
public record LaunchSummary(
        String launch,
        String states,
        Duration time,
        int ran,
        Optional<TaskStatus> longest,
        List<Failure> failures,
        int failed,
        Path outputs) {

    /** More would hide the rest of a log. */
    private static final int MOST = 10;

    private static final Set<TaskState> FAILURES = EnumSet.of(TaskState.FAILED, TaskState.TIMEOUT);

    public LaunchSummary {
        failures = List.copyOf(failures);
    }

    static LaunchSummary of(LaunchFolder folder, LaunchStatus status) {
        List<TaskStatus> failed = status.tasks().stream()
                .filter(task -> FAILURES.contains(task.state()))
                .toList();
        List<Duration> times = status.tasks().stream()
                .map(TaskStatus::elapsed)
                .filter(time -> !time.isZero())
                .toList();
        return new LaunchSummary(
                folder.id(),
                status.summary(),
                times.stream().reduce(Duration.ZERO, Duration::plus),
                times.size(),
                status.tasks().stream()
                        .filter(task -> !task.elapsed().isZero())
                        .max(Comparator.comparing(TaskStatus::elapsed)),
                Failure.of(folder, status, failed.subList(0, Math.min(MOST, failed.size()))),
                failed.size(),
                folder.outputs());
    }

    /** How long a task ran on average; zero when none ran. */
    Duration mean() {
        return ran == 0 ? Duration.ZERO : time.dividedBy(ran);
    }

    /** How many of the tasks that failed are left out. */
    int leftOut() {
        return failed - failures.size();
    }

    /**
     * A task that failed.
     *
     * @param task what is known of it
     * @param log where it says why: its standard error, or where that is empty its standard output
     * @param lastLine the last line of that; empty where there is none
     */
    public record Failure(TaskStatus task, Optional<Path> log, String lastLine) {

        /** With what their logs say last. */
        public static List<Failure> of(LaunchFolder folder, LaunchStatus status, List<TaskStatus> tasks) {
            var places = status.launch().places();
            return tasks.stream()
                    .map(task -> {
                        Optional<Path> log =
                                Optional.ofNullable(places.get(task.task())).flatMap(part -> log(folder, part, task));
                        return new Failure(task, log, log.map(LogTail::lastLine).orElse(""));
                    })
                    .toList();
        }

        private static Optional<Path> log(LaunchFolder folder, Part part, TaskStatus task) {
            TaskLog log = TaskLog.of(folder, part, task.task());
            return List.of(log.err(), log.out()).stream()
                    .filter(Failure::hasText)
                    .findFirst();
        }

        private static boolean hasText(Path file) {
            try {
                return Files.isRegularFile(file) && Files.size(file) > 0;
            } catch (IOException e) {
                return false; // gone meanwhile
            }
        }

        /** {@code exit code 1 (on n7)}: why, which may end with the words of a command, and where. */
        public String reason() {
            String why = task.detail().isEmpty() ? task.state().text() : task.detail();
            return why + (task.node().isEmpty() ? "" : " (on " + task.node() + ")");
        }
    }
}
