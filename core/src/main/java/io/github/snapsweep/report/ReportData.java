package io.github.snapsweep.report;

import io.github.snapsweep.launch.LaunchFolder;
import io.github.snapsweep.launch.TaskRun;
import io.github.snapsweep.launch.TaskStatus;
import io.github.snapsweep.results.LaunchResults;
import io.github.snapsweep.results.TaskResult;
import io.github.snapsweep.slurm.TaskUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page draws: a column for each thing that is known of the tasks, so that thousands of them take little room.
 *
 * @param began when the launch was begun, milliseconds since 1970: the times of runs are seconds from there
 * @param task the tasks' numbers
 * @param state what became of them
 * @param detail why
 * @param node where they ran last
 * @param exit their exit codes
 * @param attempt which attempt they are in
 * @param seconds how long they ran
 * @param bytes how much memory their jobs held
 * @param log where they printed to, as a link
 * @param output where they wrote to, as a link
 * @param parameters their points
 * @param metrics the numbers that they left
 * @param runs each of their runs
 * @param asked what was asked for
 */
record ReportData(
        long began,
        List<Integer> task,
        ReportColumns.Texts state,
        ReportColumns.Texts detail,
        ReportColumns.Texts node,
        List<@Nullable Integer> exit,
        List<Integer> attempt,
        List<Long> seconds,
        List<@Nullable Long> bytes,
        List<@Nullable String> log,
        List<String> output,
        List<Object> parameters,
        List<ReportColumns.Numbers> metrics,
        ReportRuns runs,
        Asked asked) {

    /**
     * What each task was given.
     *
     * @param seconds of time; null without a limit
     * @param bytes of memory; null when nobody knows
     */
    record Asked(@Nullable Long seconds, @Nullable Long bytes) {}

    /**
     * Puts it together.
     *
     * @param page the file that the links are in
     */
    static ReportData of(LaunchResults results, Path page, Instant now) {
        Instant began = results.status().launch().created();
        List<TaskResult> tasks = results.tasks();
        List<Map<String, Object>> points =
                tasks.stream().map(TaskResult::parameters).toList();
        ReportLinks links = new ReportLinks(page);
        return new ReportData(
                began.toEpochMilli(),
                tasks.stream().map(TaskResult::task).toList(),
                texts("state", tasks, task -> task.state().text()),
                texts("detail", tasks, TaskStatus::detail),
                texts("node", tasks, TaskStatus::node),
                column(tasks, task -> task.exit().isPresent() ? task.exit().getAsInt() : null),
                tasks.stream().map(task -> task.status().attempt()).toList(),
                tasks.stream().map(task -> task.status().elapsed().toSeconds()).toList(),
                column(tasks, ReportData::memory),
                logs(results.folder(), tasks, links),
                tasks.stream().map(task -> links.to(task.output()) + "/").toList(),
                results.parameters().stream()
                        .map(name -> ReportColumns.parameter(name, points))
                        .toList(),
                results.metrics().stream().map(name -> metric(name, tasks)).toList(),
                ReportRuns.of(results, began, now),
                asked(results));
    }

    private static ReportColumns.Texts texts(String name, List<TaskResult> tasks, Function<TaskStatus, String> text) {
        List<@Nullable String> texts = column(tasks, task -> {
            String said = text.apply(task.status());
            return said.isEmpty() ? null : said;
        });
        return ReportColumns.Texts.of(name, texts);
    }

    private static <T> List<@Nullable T> column(List<TaskResult> tasks, Function<TaskResult, @Nullable T> value) {
        List<@Nullable T> column = new ArrayList<>(tasks.size());
        tasks.forEach(task -> column.add(value.apply(task)));
        return column;
    }

    private static ReportColumns.Numbers metric(String name, List<TaskResult> tasks) {
        return new ReportColumns.Numbers(
                name, column(tasks, task -> task.metrics().values().get(name)));
    }

    private static @Nullable Long memory(TaskResult task) {
        return task.usage()
                .filter(usage -> usage.memoryUsed().isPresent())
                .map(usage -> usage.memoryUsed().getAsLong())
                .orElse(null);
    }

    /** Of the two files of a log the one with the program's output; of many tasks it is not looked whether it is there. */
    private static List<@Nullable String> logs(LaunchFolder folder, List<TaskResult> tasks, ReportLinks links) {
        boolean there = Files.isDirectory(folder.logs());
        return column(
                tasks,
                task -> task.last()
                        .filter(run -> there && run.started().isPresent())
                        .map(TaskRun::log)
                        .map(log -> links.to(log.out()))
                        .orElse(null));
    }

    /** What the accounting says of the last job; without it what the settings said, which Slurm may have made more of. */
    private static Asked asked(LaunchResults results) {
        Map<String, String> settings = results.status().launch().settings().stream()
                .collect(Collectors.toMap(setting -> setting.key(), setting -> setting.value(), (one, other) -> other));
        boolean isSlurms = results.tasks().stream()
                .anyMatch(task -> task.last().flatMap(TaskRun::job).isPresent());
        if (!isSlurms) {
            return new Asked(null, null);
        }
        Optional<TaskUsage> usage =
                results.tasks().stream().flatMap(task -> task.usage().stream()).reduce((earlier, later) -> later);
        Optional<Long> seconds = usage.flatMap(TaskUsage::timeAsked)
                .map(Duration::toSeconds)
                .or(() -> number(settings.get("slurm.timeoutMin")).map(minutes -> Math.round(minutes * 60)));
        Optional<Long> bytes = usage.filter(told -> told.memoryAsked().isPresent())
                .map(told -> told.memoryAsked().getAsLong())
                .or(() -> number(settings.get("slurm.memGb")).map(gigabytes -> Math.round(gigabytes * (1 << 30))));
        return new Asked(seconds.orElse(null), bytes.orElse(null));
    }

    private static Optional<Double> number(@Nullable String text) {
        return Stream.ofNullable(text)
                .filter(digits -> digits.strip().matches("\\d{1,9}(\\.\\d{1,6})?"))
                .map(digits -> Double.valueOf(digits.strip()))
                .findFirst();
    }
}
