package io.github.snapsweep.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of steps, and when, by a clock that the test turns. */
class ShownProgressTest {

    private final List<String> said = new ArrayList<>();
    private final Drawn display = new Drawn();
    private final List<Runnable> background = new ArrayList<>();
    private long nanos;

    private final ShownProgress progress =
            new ShownProgress(said::add, line -> said.add("! " + line), display, () -> nanos, background::add);

    /** A display that remembers. */
    private static final class Drawn implements StepDisplay {
        private boolean isThere;
        private final List<String> drawn = new ArrayList<>();

        @Override
        public boolean show(List<StepView> steps) {
            if (isThere) {
                steps.forEach(step -> drawn.add(step.what() + " " + step.facts()));
            }
            return isThere;
        }

        @Override
        public void clear() {
            drawn.add("cleared");
        }
    }

    private void after(double seconds) {
        nanos += (long) (seconds * 1e9);
        progress.showOpen();
    }

    private void lookEachSecondFor(Duration span) {
        for (long second = 0; second < span.toSeconds(); second++) {
            after(1);
        }
    }

    @Test
    void whatTakesLessThanASecondIsNeverShown() {
        display.isThere = true;
        try (Step step = progress.begin("reading files").of(10)) {
            step.advance();
            after(0.9);
        }
        assertThat(said).isEmpty();
        assertThat(display.drawn).isEmpty();
    }

    @Test
    void aBarIsDrawnFromTheFirstSecondOnAndIsGoneAtTheEnd() {
        display.isThere = true;
        try (Step step = progress.begin("reading files").of(10)) {
            step.advance(4);
            after(1);
        }
        assertThat(display.drawn).containsExactly("reading files [4 of 10 done]", "cleared");
        assertThat(said).isEmpty();
    }

    @Test
    void withoutADisplayALineComesAfterTwoSecondsThenLessAndLessOften() {
        try (Step step = progress.begin("pushing to origin")) {
            assertThat(step).isNotNull();
            lookEachSecondFor(Duration.ofSeconds(90));
        }
        assertThat(said)
                .containsExactly(
                        "pushing to origin: 2 s",
                        "pushing to origin: 7 s",
                        "pushing to origin: 17 s",
                        "pushing to origin: 37 s",
                        "pushing to origin: 77 s",
                        "pushing to origin: done in 90 s");
    }

    @Test
    void aDayOfWaitingIsALineEachFiveMinutes() {
        try (Step step = progress.count("tasks", 10)) {
            step.reach(0, 0, true);
            lookEachSecondFor(Duration.ofDays(1));
        }
        assertThat(said).hasSizeBetween(280, 300);
    }

    @Test
    void theFirstFailureIsToldAtOnce() {
        try (Step step = progress.count("tasks", 4)) {
            step.reach(1, 1, true);
            after(1.2);
            step.reach(2, 2, true);
            after(0.2);
        }
        assertThat(said).containsExactly("tasks: 1 of 4 done, 1 failed", "tasks: 2 of 4 done, 2 failed in 1 s");
    }

    @Test
    void howTheTasksEndedIsToldHoweverShortTheyWere() {
        try (Step step = progress.count("tasks", 4)) {
            for (int task = 0; task < 4; task++) {
                step.advance();
            }
            step.fail();
        }
        assertThat(said).containsExactly("tasks: 4 of 4 done, 1 failed");
    }

    @Test
    void oneThreadLooksAsLongAsAStepIsOpenAndAnotherOneLater() {
        Step first = progress.begin("scanning files");
        Step second = progress.begin("pushing to origin");
        assertThat(background).hasSize(1);
        first.close();
        second.close();
        assertThat(progress.showOpen()).as("it looks on").isFalse();
        progress.begin("writing files").close();
        assertThat(background).hasSize(2);
    }

    @Test
    void linesGoOutAsTheyCome() {
        progress.info("launch x");
        progress.warn("no remote");
        assertThat(said).containsExactly("launch x", "! no remote");
    }
}
