package io.github.snapsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines tell a metric. */
class MetricPatternTest {

    @Test
    void aGroupIsNamedAsItsMetric() {
        MetricPattern pattern = MetricPattern.parse("loss=(?<loss>\\S+)|accuracy (?<acc>\\d+)");

        assertThat(pattern.find("step 3: loss=0.5, accuracy 75"))
                .containsExactly(entry("loss", "0.5,"), entry("acc", "75"));
    }

    @Test
    void twoGroupsTellNameAndValue() {
        MetricPattern pattern = MetricPattern.parse("(?<name>\\w+)=(?<value>[-.\\d]+)");

        assertThat(pattern.find("a=1 b=-2.5 c=?")).containsExactly(entry("a", "1"), entry("b", "-2.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"loss=(\\S+)", "(?<=a)b", "(?<name>x)", "(?<value>x)", "(", ""})
    void withoutANameNobodyKnowsTheMetric(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MetricPattern.parse(text));
    }
}
