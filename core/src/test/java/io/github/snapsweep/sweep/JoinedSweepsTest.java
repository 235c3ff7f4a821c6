package io.github.snapsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinedSweepsTest {

    private static JoinedSweeps joined(List<String> texts, String... exclusions) {
        return JoinedSweeps.parse(texts, List.of(exclusions), Path.of("no-such-folder"), 100_000);
    }

    private static List<String> points(JoinedSweeps sweeps) {
        return sweeps.points().stream()
                .map(point -> String.join(" ", point.arguments()))
                .toList();
    }

    @Test
    void withoutASweepThereIsOnePointWithNothingInIt() {
        assertThat(points(joined(List.of()))).containsExactly("");
        assertThat(joined(List.of()).texts()).isEmpty();
    }

    @Test
    void pointsComeOneSweepAfterTheOther() {
        JoinedSweeps sweeps = joined(List.of("a=1,2", "b=3", "a=5"));

        assertThat(points(sweeps)).containsExactly("a=1", "a=2", "b=3", "a=5");
        assertThat(sweeps.product()).isEqualTo("a 2 + b 1 + a 1");
        assertThat(sweeps.texts()).containsExactly("a=1,2", "b=3", "a=5");
        assertThat(sweeps.notices()).isEmpty();
    }

    @Test
    void aPointThatComesTwiceIsRunOnceWithANotice() {
        JoinedSweeps sweeps = joined(List.of("a=1,2,1", "a=2,3,'3'"));

        assertThat(points(sweeps)).containsExactly("a=1", "a=2", "a=3", "a='3'");
        assertThat(sweeps.notices())
                .containsExactly("2 points of the sweep came before, and are not run a second time");
    }

    @Test
    void quotesMakeNoOtherPoint() {
        assertThat(points(joined(List.of("a=x,'x',\"x\"")))).containsExactly("a=x");
    }

    @Test
    void aWholeNumberAndOneWithAPointAreTwoPoints() {
        assertThat(points(joined(List.of("a=1,1.0")))).containsExactly("a=1", "a=1.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1 | a=2 b=x,a=2 b=y,a=3 b=x,a=3 b=y | 2 points",
                "a=1 b=x | a=1 b=y,a=2 b=x,a=2 b=y,a=3 b=x,a=3 b=y | 1 point",
                "a=1,2 b=x | a=1 b=y,a=2 b=y,a=3 b=x,a=3 b=y | 2 points",
                "a=range(2,10) | a=1 b=x,a=1 b=y | 4 points",
                "a=1.0 | a=2 b=x,a=2 b=y,a=3 b=x,a=3 b=y | 2 points",
                "b='x' | a=1 b=y,a=2 b=y,a=3 b=y | 3 points",
                "p=zip(a=[1,2],b=[x,y]) | a=1 b=y,a=2 b=x,a=3 b=x,a=3 b=y | 2 points",
                "a=7 | a=1 b=x,a=1 b=y,a=2 b=x,a=2 b=y,a=3 b=x,a=3 b=y | no points"
            })
    void aRuleLeavesOutThePointsThatHaveItsValues(String rule, String left, String told) {
        JoinedSweeps sweeps = joined(List.of("a=1,2,3 b=x,y"), rule);

        assertThat(String.join(",", points(sweeps))).isEqualTo(left);
        assertThat(sweeps.notices()).containsExactly("excluded by '" + rule.replace(" b", "; b") + "': " + told);
    }

    @Test
    void howManyAreLeftOutIsToldWithTheFactors() {
        assertThat(joined(List.of("a=1,2,2 b=x,y"), "b=y").product()).isEqualTo("a 3 x b 2, 4 left out");
    }

    @Test
    void aSeedThatWasDrawnIsToldWithTheTextForTheSamePoints() {
        JoinedSweeps sweeps = joined(List.of("a=shuffle(1,2,3) b=4"));

        assertThat(sweeps.isDrawn()).isTrue();
        assertThat(sweeps.notices())
                .containsExactly("seeds were drawn; for the same points again:  "
                        + sweeps.texts().get(0));
        assertThat(joined(sweeps.texts()).isDrawn()).isFalse();
        assertThat(joined(sweeps.texts()).points()).isEqualTo(sweeps.points());
    }

    @Test
    void severalRulesLeaveOutWhatAnyOfThemDoes() {
        assertThat(points(joined(List.of("a=1,2,3"), "a=1", "a=3"))).containsExactly("a=2");
    }

    @Test
    void aRuleOverAParameterOfOneSweepLeavesTheOtherAlone() {
        assertThat(points(joined(List.of("a=1,2", "b=1,2"), "a=1"))).containsExactly("a=2", "b=1", "b=2");
    }

    @Test
    void aRuleThatNamesNoParameterIsAnError() {
        assertThatThrownBy(() -> joined(List.of("a=1,2 b=3"), "c=1"))
                .isInstanceOf(Problem.class)
                .hasMessage("The rule 'c=1' of slurm.sweepExclude names 'c', which no sweep has.\n"
                        + "  The parameters are: a, b");
    }

    @Test
    void aRuleWithMoreValuesThanCanBeLookedThroughIsAnError() {
        assertThatThrownBy(() -> joined(List.of("a=1,2"), "a=range(2000000000)"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("has 2000000000 values of 'a', more than 1000000");
    }

    @Test
    void nothingLeftIsAnError() {
        assertThatThrownBy(() -> joined(List.of("a=1,2"), "a=1", "a=2"))
                .isInstanceOf(Problem.class)
                .hasMessage("All 2 points of the sweep are excluded: nothing is left to run.\n"
                        + "  The rules are: a=1 | a=2  (slurm.sweepExclude)");
    }

    @Test
    void tooManyPointsAreRefusedWithTheirFactorsBeforeAnyIsMade() {
        assertThatThrownBy(() -> joined(List.of("a=range(100000) b=range(100000)", "c=1")))
                .isInstanceOf(Problem.class)
                .hasMessage("The sweep has 10000000001 points (a 100000 x b 100000 + c 1), more than 100000.\n"
                        + "  If that is meant:  -Dslurm.maxPoints=10000000001  (<maxPoints>)");
    }
}
