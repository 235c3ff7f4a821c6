package io.github.snapsweep.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rate and a time left are said when they are known, and not before. */
class PaceTest {

    private final Pace pace = new Pace();

    private static Moment at(double seconds, long done, long total) {
        return new Moment("tasks", done, 0, total, true, (long) (seconds * 1e9));
    }

    private List<String> seen(Moment... moments) {
        for (Moment moment : moments) {
            pace.see(moment);
        }
        return pace.text(moments[moments.length - 1]);
    }

    @ParameterizedTest(name = "{1} of {2} in {0} s")
    @CsvSource(
            delimiter = ';',
            value = {
                "10;    100;  200; 10/s;     10 s left",
                "10;    5;    200; 30/min;   6 min left",
                "100;   150;  200; 1.5/s;    33 s left",
                "3600;  6;    606; 6/h;      4 d 4 h left",
                "3600;  60;   180; 1/min;    2 h left",
                "4;     3;    4;   45/min;   1 s left"
            })
    void howFastAndHowMuchLonger(double seconds, long done, long total, String rate, String left) {
        assertThat(seen(at(0, 0, total), at(seconds, done, total))).containsExactly(rate, left);
    }

    @Test
    void twoMayBeAnAccident() {
        assertThat(seen(at(0, 0, 100), at(60, 2, 100))).isEmpty();
    }

    @Test
    void aMomentIsTooShortToSay() {
        assertThat(seen(at(0, 0, 100), at(1, 50, 100))).isEmpty();
    }

    @Test
    void whatWasDoneBeforeSaysNothingOfThePace() {
        assertThat(seen(at(0, 900, 1000), at(10, 910, 1000))).containsExactly("1/s", "90 s left");
    }

    @Test
    void tasksThatArePutBackMakeWhatWasSeenUntrue() {
        assertThat(seen(at(0, 0, 100), at(10, 50, 100), at(11, 40, 100))).isEmpty();
        assertThat(seen(at(21, 50, 100))).containsExactly("1/s", "50 s left");
    }

    @Test
    void afterALongSilenceNobodyKnows() {
        assertThat(seen(at(0, 0, 100), at(5, 5, 100), at(10, 10, 100), at(14, 10, 100)))
                .containsExactly("1/s", "90 s left");
        assertThat(seen(at(36, 10, 100))).isEmpty();
    }

    @Test
    void aQueueThatIsAskedNowAndThenIsNoSilence() {
        assertThat(seen(at(0, 0, 100), at(20, 20, 100), at(40, 40, 100), at(59, 40, 100)))
                .containsExactly("1/s", "60 s left");
    }

    @Test
    void whileSomethingIsInDoubtThereIsNoTimeLeft() {
        pace.see(at(0, 0, 100));
        Moment doubtful = new Moment("tasks", 50, 0, 100, false, 10_000_000_000L);
        pace.see(doubtful);
        assertThat(pace.text(doubtful)).containsExactly("5/s");
    }

    @Test
    void withoutATotalThereIsARateAlone() {
        assertThat(seen(at(0, 0, -1), at(10, 1000, -1))).containsExactly("100/s");
    }
}
