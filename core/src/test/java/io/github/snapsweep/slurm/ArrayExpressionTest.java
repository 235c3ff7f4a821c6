package io.github.snapsweep.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "123 | 123 | '' | true | - | -",
                "123_4 | 123 | 4 | true | - | -",
                "123_[7] | 123 | 7 | true | - | -",
                "123_[0-3,5%2] | 123 | 0-3,5 | true | 2 | -",
                "123_[1-20:5] | 123 | 1,6,11,16 | true | - | -",
                "44_[1,6-7,11,16,30-31%2] | 44 | 1,6-7,11,16,30-31 | true | 2 | -",
                "123.batch | 123 | '' | true | - | batch",
                "123.extern | 123 | '' | true | - | extern",
                "123_4.0 | 123 | 4 | true | - | 0",
                "123+0 | 123 | '' | true | - | -",
                "123+1.batch | 123 | '' | true | - | batch",
                "'  47_[3-9%3] ' | 47 | 3-9 | true | 3 | -",
                "46_[1-2,4,7,46,5 | 46 | 1-2,4,7,46 | false | - | -",
                "46_[1-2,4,7,46, | 46 | 1-2,4,7,46 | false | - | -",
                "46_[1-2 | 46 | '' | false | - | -",
                "46_[1-2,4,172,19...] | 46 | 1-2,4,172 | false | - | -",
                "46_[1-2,4-1...] | 46 | 1-2 | false | - | -",
                "46_[...] | 46 | '' | false | - | -",
            })
    void whatSlurmPrintsIsRead(String text, long job, String tasks, boolean complete, Integer throttle, String step) {
        ArrayExpression read = ArrayExpression.parse(text).orElseThrow();

        assertThat(read.job()).isEqualTo(job);
        assertThat(read.tasks().text()).isEqualTo(tasks);
        assertThat(read.complete()).isEqualTo(complete);
        assertThat(read.throttle()).isEqualTo(throttle == null ? OptionalInt.empty() : OptionalInt.of(throttle));
        assertThat(read.step()).isEqualTo(Optional.ofNullable(step));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "12a", "_3", "12_", "12_x", "12_[1]x", "JOBID", "CLUSTER: test", "12 13"})
    void anythingElseIsNone(String text) {
        assertThat(ArrayExpression.parse(text)).isEmpty();
    }

    @Property
    void whatIsWrittenIsReadBack(
            @ForAll @LongRange(min = 1, max = 4_000_000_000L) long job,
            @ForAll @Size(max = 60) Set<@IntRange(max = 200) Integer> indices,
            @ForAll @IntRange(max = 9) int throttle,
            @ForAll boolean step) {
        TaskIndices tasks = TaskIndices.of(indices);
        ArrayExpression expression = new ArrayExpression(
                job,
                tasks,
                throttle == 0 || tasks.isEmpty() ? OptionalInt.empty() : OptionalInt.of(throttle),
                true,
                OptionalInt.empty(),
                step ? Optional.of("batch") : Optional.empty());

        assertThat(ArrayExpression.parse(expression.text())).contains(expression);
    }

    @Property
    void aRangeIsReadBackByTheSameRules(@ForAll @Size(min = 1, max = 80) Set<@IntRange(max = 5000) Integer> indices) {
        ArrayRange range = ArrayRange.of(TaskIndices.of(indices)).throttled(3);

        assertThat(ArrayExpression.parse("1_[" + range.text() + "]")
                        .orElseThrow()
                        .tasks())
                .isEqualTo(range.indices());
    }

    @Property
    void wherever22CutsAListNoTaskIsInvented(
            @ForAll @Size(min = 1, max = 40) Set<@IntRange(max = 5000) Integer> indices,
            @ForAll @IntRange(max = 200) int at) {
        TaskIndices tasks = TaskIndices.of(indices);
        String text = tasks.text();
        String cut = text.substring(0, Math.min(at, text.length() - 1));

        for (String shown : List.of("1_[" + cut, "1_[" + cut + "...]")) {
            ArrayExpression read = ArrayExpression.parse(shown).orElseThrow();
            assertThat(tasks.values()).containsAll(read.tasks().values());
            assertThat(read.complete()).isFalse();
            assertThat(ArrayExpression.parse(read.text())).contains(read);
        }
    }

    @Test
    void rangesAreWrittenShort() {
        assertThat(ArrayRange.upTo(100).throttled(256).text()).isEqualTo("0-99%256");
        assertThat(ArrayRange.upTo(1).text()).isEqualTo("0");
        assertThat(ArrayRange.of(TaskIndices.of(List.of(9, 1, 2, 3, 7))).text()).isEqualTo("1-3,7,9");
    }

    @Test
    void anEmptyRangeWouldBeAnOrdinaryJob() {
        assertThatThrownBy(() -> ArrayRange.upTo(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ArrayRange.upTo(1).throttled(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TaskIndices.of(List.of(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
