package io.github.snapsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.snapsweep.problem.Problem;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long and deep texts cost neither the stack nor the day. */
class HostileTextTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int LONG = 20_000;

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a:", "choice(", "(", "[{a:"})
    void deepNestingIsRefused(String open) {
        assertTimeoutPreemptively(
                SOON,
                () -> assertThatThrownBy(() -> Read.sweep("x=" + open.repeat(LONG)))
                        .isInstanceOf(Problem.class));
    }

    @Test
    void nestingToAHundredIsRead() {
        String text = "x=" + "[".repeat(100) + "]".repeat(100);

        assertTimeoutPreemptively(
                SOON,
                () -> assertThat(Read.sweep(text).points().get(0).arguments()).containsExactly(text));
        assertThatThrownBy(() -> Read.sweep("x=" + "[".repeat(101) + "]".repeat(101)))
                .hasMessageContaining("nested more than 100 deep");
    }

    static Stream<String> longTexts() {
        return Stream.of(
                "x=" + "a".repeat(LONG),
                "x=" + "1".repeat(LONG),
                "x=1" + "_1".repeat(LONG),
                "x=0." + "1".repeat(LONG),
                "x=1e" + "9".repeat(LONG),
                "x='" + "a\\'".repeat(LONG) + "'",
                "x=" + "\\ ".repeat(LONG),
                "x=" + "${a}".repeat(LONG),
                "x=" + "1,".repeat(LONG) + "1",
                "x=[" + "1,".repeat(LONG) + "1]",
                "x=a" + " ".repeat(LONG) + "b",
                "x=" + "a ".repeat(LONG) + "b",
                "x=" + ".".repeat(LONG),
                "x" + ".x".repeat(LONG) + "=1",
                "x" + "/x".repeat(LONG) + "=1",
                "x=1 y" + ".x".repeat(LONG),
                "x=1 y" + "/x".repeat(LONG),
                "x=1 y" + "+".repeat(LONG),
                "x=" + " y=".repeat(LONG),
                "x=1" + ";x=1".repeat(LONG));
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void longTextsAreRead(String text) {
        assertTimeoutPreemptively(SOON, () -> Read.sweep(text).points().get(0).arguments());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'\\", "\"a", "~", "=", " =", "${", "\\'", "a ~", "\u0000"})
    void longNonsenseIsRefused(String part) {
        assertTimeoutPreemptively(
                SOON,
                () -> assertThatThrownBy(() -> Read.sweep("x=1 y" + part.repeat(LONG)))
                        .isInstanceOf(Problem.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x=range(0,1e308,1e-308)",
                "x=range(0,1,1e-300)",
                "x=range(0,1000000000000000000000000000000)",
                "x=range(-1e308,1e308,1)"
            })
    void endlessRangesAreRefused(String text) {
        assertTimeoutPreemptively(
                SOON, () -> assertThatThrownBy(() -> Read.sweep(text)).hasMessageContaining(" values"));
    }
}
