package io.github.snapsweep.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.progress.StepView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A step in one line: the narrower the screen, the less of it, the least telling first. */
class BarLineTest {

    private static final StepView TASKS = new StepView("tasks", 0.25, List.of("25 of 100 done", "12/s", "6 s left"));

    @ParameterizedTest(name = "{0} columns")
    @CsvSource({
        "100, 'tasks #######....................... 25%  25 of 100 done, 12/s, 6 s left'",
        "60, 'tasks ####.............. 25%  25 of 100 done, 12/s, 6 s left'",
        "50, 'tasks ####.............. 25%  25 of 100 done, 12/s'",
        "40, 'tasks ###........... 25%  25 of 100 done'",
        "30, 'tasks 25%  25 of 100 done'",
        "20, 'tasks ##........ 25%'",
        "19, 'tasks 25%'",
        "9, 'tasks 25%'",
        "8, 'tasks'",
        "3, 'tas'"
    })
    void itFits(int columns, String text) {
        assertThat(BarLine.of(TASKS, columns, Glyphs.ASCII).text()).isEqualTo(text);
    }

    @Test
    void withLinesAHalfColumnCounts() {
        StepView step = new StepView("tasks", 0.55, List.of());
        assertThat(BarLine.of(step, 20, Glyphs.UNICODE).text()).isEqualTo("tasks ━━━━━╸╌╌╌╌ 55%");
    }

    @Test
    void whatNobodyCountsHasNoBar() {
        StepView step = new StepView("pushing to origin", -1, List.of("7 s"));
        assertThat(BarLine.of(step, 80, Glyphs.UNICODE).text()).isEqualTo("pushing to origin  7 s");
    }

    @Property
    void noLineIsLongerThanTheScreen(
            @ForAll @IntRange(min = 0, max = 200) int columns, @ForAll @DoubleRange(min = 0, max = 1) double share) {
        StepView step = new StepView("tasks", share, TASKS.facts());
        assertThat(BarLine.of(step, columns, Glyphs.UNICODE).text()).hasSizeLessThanOrEqualTo(columns);
    }

    @Test
    void ofSeveralStepsTheCountedOneIsShownAndOfThoseTheLast() {
        StepView push = new StepView("pushing to origin", -1, List.of());
        StepView write = new StepView("writing files", 0.5, List.of());
        assertThat(BarLine.chosen(List.of(push, TASKS))).isEqualTo(TASKS);
        assertThat(BarLine.chosen(List.of(TASKS, push))).isEqualTo(TASKS);
        assertThat(BarLine.chosen(List.of(TASKS, write, push))).isEqualTo(write);
    }

    @Test
    void linesAreForLocalesThatHaveThem() {
        assertThat(Glyphs.of(StandardCharsets.UTF_8)).isEqualTo(Glyphs.UNICODE);
        assertThat(Glyphs.of(StandardCharsets.US_ASCII)).isEqualTo(Glyphs.ASCII);
        assertThat(Glyphs.of(StandardCharsets.ISO_8859_1)).isEqualTo(Glyphs.ASCII);
    }
}
