package io.github.snapsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.problem.Problem;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {

    @Test
    void withoutParametersThereIsOneEmptyPoint() {
        assertThat(Sweep.none().points()).singleElement().satisfies(point -> {
            assertThat(point.arguments()).isEmpty();
            assertThat(point.texts()).isEmpty();
            assertThat(point.json()).isEmpty();
        });
        assertThat(Sweep.none().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\n", " ; ;\n;"})
    void anEmptyTextIsRefusedAndTheSettingNamed(String text) {
        assertThatThrownBy(() -> Read.sweep(text))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("The sweep is empty")
                .hasMessageContaining("-Dsweep=\"lr=0.1,0.01 seed=range(0,10)\"")
                .hasMessageContaining("<sweep>");
    }

    @Test
    void theFactorsAreTheParametersInOrderOfFirstMention() {
        Sweep sweep = Read.sweep("b=1,2 +a=range(10) c=x");

        assertThat(sweep.factors().stream().map(Factor::key)).containsExactly("b", "a", "c");
        assertThat(sweep.factors().stream().map(Factor::prefix)).containsExactly("", "+", "");
        assertThat(sweep.product()).isEqualTo("b 2 x a 10 x c 1");
        assertThat(sweep.size()).isEqualTo(20);
    }

    @Test
    void pointsAreMadeWhenAskedFor() {
        Sweep sweep = Read.sweep("a=range(2000000000) b=x");

        assertThat(sweep.points()).hasSize(2_000_000_000);
        assertThat(sweep.points().get(1_999_999_999).arguments()).containsExactly("a=1999999999", "b=x");
        assertThatThrownBy(() -> sweep.points().get(2_000_000_000)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aSweepMayBeLargerThanAnyListOfItsPoints() {
        Sweep sweep = Read.sweep("a=range(2000000000) b=range(2000000000) c=range(2000000000)");

        assertThat(sweep.size()).isEqualTo(new BigInteger("8000000000000000000000000000"));
        assertThatThrownBy(sweep::points).isInstanceOf(Problem.class);
    }

    @Test
    void aLaterOverrideReplacesAddsAndDrops() {
        Sweep sweep = Read.sweep("lr=0.1,0.01 seed=range(3) debug=true\n~debug; lr=0.5 p=1");

        assertThat(sweep.points().get(2).arguments()).containsExactly("lr=0.5", "seed=2", "p=1");
    }
}
