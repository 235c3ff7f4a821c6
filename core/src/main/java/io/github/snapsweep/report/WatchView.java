package io.github.snapsweep.report;

import io.github.snapsweep.launch.LaunchFolder;
import io.github.snapsweep.launch.LaunchStatus;
import io.github.snapsweep.launch.LaunchSummary;
import io.github.snapsweep.launch.TaskState;
import io.github.snapsweep.launch.TaskStatus;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.progress.Moment;
import io.github.snapsweep.progress.Pace;
import io.github.snapsweep.progress.Span;
import io.github.snapsweep.terminal.Canvas;
import io.github.snapsweep.terminal.Glyphs;
import io.github.snapsweep.terminal.Line;
import io.github.snapsweep.terminal.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A launch as a screen shows it while it runs: a pure function of what was seen of it and of the screen's size. */
final class WatchView {

    private static final int FRAME = 8;
    private static final int LINES_OF_A_FAILURE = 2;
    private static final int MOST_NODES = 8;

    /** The states in the order of the bar, and what each is drawn with where there are no colours. */
    private enum Look {
        COMPLETED(TaskState.COMPLETED, Tone.GOOD, "#"),
        FAILED(TaskState.FAILED, Tone.BAD, "!"),
        TIMEOUT(TaskState.TIMEOUT, Tone.BAD, "!"),
        CANCELLED(TaskState.CANCELLED, Tone.STRONG, "x"),
        RUNNING(TaskState.RUNNING, Tone.ACTIVE, ">"),
        UNKNOWN(TaskState.UNKNOWN, Tone.STRONG, "?"),
        PENDING(TaskState.PENDING, Tone.FAINT, "."),
        NOT_SUBMITTED(TaskState.NOT_SUBMITTED, Tone.FAINT, "-");

        private final TaskState state;
        private final Tone tone;
        private final String letter;

        Look(TaskState state, Tone tone, String letter) {
            this.state = state;
            this.tone = tone;
            this.letter = letter;
        }
    }

    private final LaunchFolder folder;
    private final LaunchStatus status;
    private final List<String> pace;
    private final List<LaunchSummary.Failure> failures;

    private WatchView(
            LaunchFolder folder, LaunchStatus status, List<String> pace, List<LaunchSummary.Failure> failures) {
        this.folder = folder;
        this.status = status;
        this.pace = pace;
        this.failures = failures;
    }

    /** What is remembered from one look to the next: how fast it goes, and which failures are new. */
    static final class Memory {

        private static final int MOST = 20;

        private final Pace pace = new Pace();
        private final Map<Integer, Integer> seen = new LinkedHashMap<>();
        private int looks;

        /** Takes the launch as it is now. */
        WatchView see(LaunchFolder folder, LaunchStatus status, Duration watched) {
            looks++;
            long ended =
                    status.tasks().stream().filter(task -> task.state().isEnd()).count();
            Moment now = new Moment(
                    "tasks", ended, 0, status.tasks().size(), status.count(TaskState.UNKNOWN) == 0, watched.toNanos());
            pace.see(now);
            List<TaskStatus> failed = status.tasks().stream()
                    .filter(task -> task.state() == TaskState.FAILED || task.state() == TaskState.TIMEOUT)
                    .toList();
            seen.keySet().retainAll(failed.stream().map(TaskStatus::task).collect(Collectors.toSet()));
            failed.forEach(task -> seen.putIfAbsent(task.task(), looks));
            List<TaskStatus> newest = failed.stream()
                    .sorted(Comparator.<TaskStatus>comparingInt(task -> seen.getOrDefault(task.task(), 0))
                            .thenComparingInt(TaskStatus::task)
                            .reversed())
                    .limit(MOST)
                    .toList();
            return new WatchView(folder, status, pace.text(now), LaunchSummary.Failure.of(folder, status, newest));
        }
    }

    List<Line> lines(Canvas canvas, String footer) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.EMPTY.and("launch " + folder.id(), Tone.STRONG));
        lines.add(bar(canvas));
        lines.add(counts());
        long ended =
                status.tasks().stream().filter(task -> task.state().isEnd()).count();
        lines.add(Line.of(ended + " of " + Counted.of(status.tasks().size(), "task") + " ended"
                + pace.stream().map(fact -> ", " + fact).collect(Collectors.joining())));
        if (!status.notice().isEmpty()) {
            lines.add(Line.EMPTY.and(status.notice(), Tone.BAD));
        }
        nodes().ifPresent(lines::add);
        lines.add(Line.EMPTY);
        int room = (canvas.rows() - FRAME) / LINES_OF_A_FAILURE;
        failures.stream().limit(Math.max(0, room)).forEach(failure -> {
            lines.add(Line.EMPTY
                    .and("task " + failure.task().task() + " failed", Tone.BAD)
                    .and(
                            ": " + failure.reason() + ", after "
                                    + Span.of(failure.task().elapsed()),
                            Tone.PLAIN));
            lines.add(Line.EMPTY.and("  " + failure.lastLine(), Tone.FAINT));
        });
        while (lines.size() > canvas.rows() - 1) {
            lines.remove(lines.size() - 1);
        }
        while (lines.size() < canvas.rows() - 1) {
            lines.add(Line.EMPTY);
        }
        lines.add(Line.EMPTY.and(footer, Tone.FAINT));
        return lines;
    }

    /** Each state has its share of the bar, and where it has a task at all, a column at least. */
    private Line bar(Canvas canvas) {
        int columns = canvas.columns() - 1;
        int total = status.tasks().size();
        Line bar = Line.EMPTY;
        int drawn = 0;
        long before = 0;
        int later = (int) Arrays.stream(Look.values())
                .filter(look -> status.count(look.state) > 0)
                .count();
        for (Look look : Look.values()) {
            long count = status.count(look.state);
            before += count;
            if (count > 0 && drawn < columns) {
                later--;
                int end = (int) Math.max(drawn + 1L, Math.min(columns - later, before * columns / total));
                bar = bar.and(part(canvas, look, Math.min(columns, end) - drawn), look.tone);
                drawn = Math.min(columns, end);
            }
        }
        return bar;
    }

    private static String part(Canvas canvas, Look look, int columns) {
        return canvas.hasColours() && canvas.glyphs() == Glyphs.UNICODE
                ? canvas.glyphs().part(columns)
                : look.letter.repeat(columns);
    }

    private Line counts() {
        Line line = Line.EMPTY;
        for (Look look : Look.values()) {
            long count = status.count(look.state);
            if (count > 0) {
                line = line.and(line.pieces().isEmpty() ? "" : "  ", Tone.PLAIN)
                        .and(look.letter + " " + count + " " + look.state.text(), look.tone);
            }
        }
        return line;
    }

    /** Where the tasks run: those with most of them first. */
    private Optional<Line> nodes() {
        Map<String, Long> running = status.tasks().stream()
                .filter(task ->
                        task.state() == TaskState.RUNNING && !task.node().isEmpty())
                .collect(Collectors.groupingBy(TaskStatus::node, TreeMap::new, Collectors.counting()));
        if (running.isEmpty()) {
            return Optional.empty();
        }
        String text = running.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_NODES)
                .map(node -> node.getKey() + " " + node.getValue())
                .collect(Collectors.joining("  "));
        String more = running.size() > MOST_NODES ? "  and " + (running.size() - MOST_NODES) + " more nodes" : "";
        return Optional.of(Line.of("running on  " + text + more));
    }
}
