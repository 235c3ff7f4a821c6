package io.github.snapsweep.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.github.snapsweep.launch.LaunchStatus;
import io.github.snapsweep.launch.TaskState;
import io.github.snapsweep.launch.TaskStatus;
import io.github.snapsweep.progress.Span;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tasks of a launch as a table: what needs attention first, and no more lines than a screen has. */
public final class StatusTable {

    private static final int MOST_LINES = 40;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private static final List<TaskState> ORDER = List.of(
            TaskState.FAILED,
            TaskState.TIMEOUT,
            TaskState.CANCELLED,
            TaskState.NOT_SUBMITTED,
            TaskState.UNKNOWN,
            TaskState.RUNNING,
            TaskState.PENDING,
            TaskState.COMPLETED);

    private StatusTable() {}

    /** The lines of the table, and how many tasks it leaves out. */
    public static List<String> lines(LaunchStatus status) {
        List<TaskStatus> sorted = status.tasks().stream()
                .sorted(Comparator.<TaskStatus>comparingInt(task -> ORDER.indexOf(task.state()))
                        .thenComparingInt(TaskStatus::task))
                .toList();
        List<TaskStatus> shown = sorted.subList(0, Math.min(MOST_LINES, sorted.size()));
        String table = AsciiTable.getTable(
                AsciiTable.NO_BORDERS,
                shown,
                List.of(
                        right("task").with(task -> String.valueOf(task.task())),
                        left("state").with(task -> task.state().text()),
                        right("time").with(task -> time(task.elapsed())),
                        left("node").with(TaskStatus::node),
                        left("").with(StatusTable::detail)));
        List<String> lines =
                new ArrayList<>(table.lines().map(String::stripTrailing).toList());
        if (sorted.size() > shown.size()) {
            lines.add("and " + (sorted.size() - shown.size()) + " more");
        }
        return lines;
    }

    private static Column right(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.RIGHT).dataAlign(HorizontalAlign.RIGHT);
    }

    private static Column left(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT);
    }

    /** Which attempt it is, where it is not the first, and when Slurm expects it to start. */
    private static String detail(TaskStatus task) {
        String attempt = task.attempt() > 1 ? "attempt " + task.attempt() : "";
        String start = task.expected() == null ? "" : "expected to start " + MINUTE.format(task.expected());
        return Stream.of(task.detail(), start, attempt)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** {@code 1:02:03}; empty for a task that has not run. */
    private static String time(Duration elapsed) {
        return elapsed.isZero() ? "" : Span.clock(elapsed);
    }
}
