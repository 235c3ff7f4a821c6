package io.github.snapsweep.report;

import io.github.snapsweep.launch.TaskRun;
import io.github.snapsweep.launch.TaskState;
import io.github.snapsweep.results.LaunchResults;
import io.github.snapsweep.results.TaskResult;
import io.github.snapsweep.slurm.TaskUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The runs of all tasks, in columns: an attempt is one, and each time that Slurm put its job back into the queue is one more.
 *
 * @param task the task's place in the table
 * @param attempt which attempt
 * @param queued when it was put into the queue, in seconds from the launch on
 * @param started when it began; null when it has not
 * @param ended when it ended; null while it waits
 * @param node where it ran
 * @param outcome how it ended
 */
record ReportRuns(
        List<Integer> task,
        List<Integer> attempt,
        List<Long> queued,
        List<@Nullable Long> started,
        List<@Nullable Long> ended,
        ReportColumns.Texts node,
        ReportColumns.Texts outcome) {

    private static final String REQUEUED = "requeued";

    static ReportRuns of(LaunchResults results, Instant began, Instant now) {
        List<Row> rows = new ArrayList<>();
        for (int place = 0; place < results.tasks().size(); place++) {
            add(rows, place, results.tasks().get(place), now);
        }
        List<@Nullable String> nodes = new ArrayList<>();
        List<@Nullable Long> started = new ArrayList<>();
        List<@Nullable Long> ended = new ArrayList<>();
        for (Row row : rows) {
            nodes.add(row.node.isEmpty() ? null : row.node);
            started.add(seconds(began, row.started));
            ended.add(seconds(began, row.ended));
        }
        List<@Nullable String> outcomes =
                new ArrayList<>(rows.stream().map(Row::outcome).toList());
        return new ReportRuns(
                rows.stream().map(Row::place).toList(),
                rows.stream().map(Row::attempt).toList(),
                rows.stream()
                        .map(row -> Duration.between(began, row.queued).toSeconds())
                        .toList(),
                started,
                ended,
                ReportColumns.Texts.of("node", nodes),
                ReportColumns.Texts.of("outcome", outcomes));
    }

    private static void add(List<Row> rows, int place, TaskResult task, Instant now) {
        for (int number = 0; number < task.runs().size(); number++) {
            TaskRun run = task.runs().get(number);
            boolean isLast = number == task.runs().size() - 1;
            Instant queued = run.queued();
            if (isLast && run.isAlone()) {
                for (TaskUsage.Run earlier : earlier(task)) {
                    rows.add(Row.of(place, run, earlier, queued));
                    queued = earlier.ended().orElse(queued);
                }
            }
            rows.add(isLast ? Row.last(place, run, task, queued, now) : Row.of(place, run, queued));
        }
    }

    /** The runs of a job before its last one, which the task's own mark tells of. */
    private static List<TaskUsage.Run> earlier(TaskResult task) {
        return task.usage()
                .map(TaskUsage::runs)
                .map(runs -> runs.subList(0, Math.max(0, runs.size() - 1)))
                .orElse(List.of());
    }

    private static @Nullable Long seconds(Instant began, Optional<Instant> when) {
        return when.map(then -> Duration.between(began, then).toSeconds()).orElse(null);
    }

    /** One run. */
    private record Row(
            int place,
            int attempt,
            Instant queued,
            Optional<Instant> started,
            Optional<Instant> ended,
            String node,
            String outcome) {

        /** One that Slurm put back. */
        static Row of(int place, TaskRun run, TaskUsage.Run earlier, Instant queued) {
            return new Row(place, run.attempt(), queued, earlier.started(), earlier.ended(), earlier.node(), REQUEUED);
        }

        /** One of an earlier attempt: without a mark of its end it was lost. */
        static Row of(int place, TaskRun run, Instant queued) {
            TaskState state = run.exit().isPresent() && run.exit().getAsInt() == 0
                    ? TaskState.COMPLETED
                    : run.started().isPresent() ? TaskState.FAILED : TaskState.CANCELLED;
            Optional<Instant> ended = run.ended().or(run::started);
            return new Row(place, run.attempt(), queued, run.started(), ended, run.node(), state.text());
        }

        /** What a task that was killed could not write down, others may know: the accounting, or how long it ran. */
        static Row last(int place, TaskRun run, TaskResult task, Instant queued, Instant now) {
            TaskState state = task.status().state();
            Optional<Instant> ended = state.isEnd()
                    ? run.ended()
                            .or(() -> task.usage().flatMap(ReportRuns::end))
                            .or(() -> run.started()
                                    .map(then -> then.plus(task.status().elapsed())))
                    : run.started().map(then -> now);
            return new Row(place, run.attempt(), queued, run.started(), ended, run.node(), state.text());
        }
    }

    private static Optional<Instant> end(TaskUsage usage) {
        return usage.runs().isEmpty()
                ? Optional.empty()
                : usage.runs().get(usage.runs().size() - 1).ended();
    }
}
