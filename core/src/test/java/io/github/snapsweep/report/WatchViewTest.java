package io.github.snapsweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.launch.LaunchFolder;
import io.github.snapsweep.launch.LaunchRecord;
import io.github.snapsweep.launch.LaunchStatus;
import io.github.snapsweep.launch.TaskState;
import io.github.snapsweep.launch.TaskStatus;
import io.github.snapsweep.terminal.Canvas;
import io.github.snapsweep.terminal.Glyphs;
import io.github.snapsweep.terminal.Line;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A launch on a screen, as far as it fits. */
class WatchViewTest {

    private static final LaunchFolder FOLDER = new LaunchFolder(Path.of("/p"), "sim-1");

    private final WatchView.Memory memory = new WatchView.Memory();

    /** A screen of a size. */
    private record Paper(int columns, int rows, Glyphs glyphs, boolean hasColours) implements Canvas {
        @Override
        public void draw(List<Line> lines) {}

        @Override
        public Optional<Character> key(Duration atMost) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    private static LaunchStatus status(String states) {
        List<TaskStatus> tasks = new ArrayList<>();
        for (String state : states.split(" ", -1)) {
            TaskState what = Map.of(
                            "c", TaskState.COMPLETED,
                            "f", TaskState.FAILED,
                            "r", TaskState.RUNNING,
                            "p", TaskState.PENDING,
                            "u", TaskState.UNKNOWN)
                    .get(state);
            tasks.add(new TaskStatus(
                    tasks.size(),
                    what,
                    what == TaskState.FAILED ? "exit code 1" : "",
                    "n" + tasks.size() % 2,
                    Duration.ofSeconds(5),
                    1,
                    "",
                    null));
        }
        LaunchRecord.Code code = new LaunchRecord.Code(
                null, null, null, null, List.of(), Path.of("/p"), Path.of("/p"), "no snapshot", List.of());
        LaunchRecord record = new LaunchRecord(
                2,
                "sim-1",
                Instant.EPOCH,
                "1",
                "h",
                "u",
                code,
                List.of(),
                tasks.size(),
                null,
                List.of(),
                List.of(),
                List.of(),
                Map.of());
        return new LaunchStatus(record, tasks, "");
    }

    private List<String> lines(LaunchStatus status, long second, Canvas canvas) {
        return memory.see(FOLDER, status, Duration.ofSeconds(second)).lines(canvas, "q quits").stream()
                .map(Line::text)
                .map(String::stripTrailing)
                .toList();
    }

    @Test
    void countsAreABarPaceNodesAndFailures() {
        Canvas canvas = new Paper(41, 14, Glyphs.UNICODE, false);
        lines(status("p p p p p p p p"), 0, canvas);
        assertThat(lines(status("c c c f r r p p"), 8, canvas))
                .containsExactly(
                        "launch sim-1",
                        "###############!!!!!>>>>>>>>>>..........",
                        "# 3 completed  ! 1 failed  > 2 running  . 2 pending",
                        "4 of 8 tasks ended, 30/min, 8 s left",
                        "running on  n0 1  n1 1",
                        "",
                        "task 3 failed: exit code 1 (on n1), after 5 s",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "q quits");
    }

    @Test
    void aFailureThatIsNewStandsFirst() {
        Canvas canvas = new Paper(80, 30, Glyphs.ASCII, false);
        lines(status("r r r f"), 0, canvas);
        lines(status("f r r f"), 5, canvas);
        assertThat(lines(status("f f r f"), 10, canvas).stream().filter(line -> line.startsWith("task")))
                .extracting(line -> line.substring(0, 6))
                .containsExactly("task 1", "task 0", "task 3");
    }

    @Test
    void aTaskThatRunsAgainIsNoFailureAnyMore() {
        Canvas canvas = new Paper(80, 30, Glyphs.ASCII, false);
        lines(status("f r"), 0, canvas);
        assertThat(lines(status("r r"), 5, canvas)).noneMatch(line -> line.startsWith("task"));
    }

    @Test
    void whileATaskIsUnknownNobodySaysHowMuchLonger() {
        Canvas canvas = new Paper(80, 30, Glyphs.ASCII, false);
        lines(status("p p p p p u"), 0, canvas);
        assertThat(lines(status("c c c c p u"), 8, canvas)).contains("4 of 6 tasks ended, 30/min");
    }

    @ParameterizedTest(name = "{0} columns, {1} rows")
    @CsvSource({"80, 24", "20, 10", "20, 3", "5, 2", "300, 100"})
    void eachScreenIsFilledAndTheKeysStandInItsLastLine(int columns, int rows) {
        List<String> lines =
                lines(status("c f f f f f f f f f f f f f r p u"), 0, new Paper(columns, rows, Glyphs.ASCII, false));
        assertThat(lines).hasSize(rows).last().isEqualTo("q quits");
        if (rows > 2) {
            assertThat(lines.get(1)).hasSizeLessThan(columns);
        }
    }

    @Test
    void aFewTasksAmongManyAreSeenInTheBar() {
        StringBuilder states = new StringBuilder("f");
        states.append(" c".repeat(5000)).append(" r");
        assertThat(lines(status(states.toString()), 0, new Paper(80, 24, Glyphs.ASCII, false))
                        .get(1))
                .contains("#!>");
    }
}
