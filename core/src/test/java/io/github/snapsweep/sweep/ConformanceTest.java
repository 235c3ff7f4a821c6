package io.github.snapsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The language, case by case: values.tsv, errors.tsv and sweeps.tsv say what each text means. */
class ConformanceTest {

    static Stream<Arguments> values() {
        return Table.rows("values.tsv", 3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void aValueMeansThis(String text, String kindsAndRendered, String texts) {
        List<Value> values = Read.sweep(text).factors().get(0).values();

        assertThat(values.stream().map(ConformanceTest::kindAndRendered).toList())
                .isEqualTo(Table.parts(kindsAndRendered));
        assertThat(values.stream().map(Value::text).toList())
                .isEqualTo(texts == null ? values.stream().map(Value::rendered).toList() : Table.parts(texts));
    }

    static Stream<Arguments> errors() {
        return Table.rows("errors.tsv", 3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errors")
    void aSlipIsShownWhereItIs(String text, int column, String what) {
        assertThatThrownBy(() -> Read.sweep(text)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.fault()).isEqualTo(Problem.Fault.USER);
            assertThat(problem.getMessage()).contains(what);
            assertThat(caret(problem.getMessage())).isEqualTo(column);
        });
    }

    static Stream<Arguments> sweeps() {
        return Table.rows("sweeps.tsv", 2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sweeps")
    void aSweepSpansThesePoints(String text, String points) {
        assertThat(Read.sweep(text).points().stream()
                        .map(point -> String.join(" ", point.arguments()))
                        .toList())
                .isEqualTo(Table.parts(points));
    }

    private static String kindAndRendered(Value value) {
        return value.rendered().isEmpty() ? kind(value) : kind(value) + " " + value.rendered();
    }

    private static String kind(Value value) {
        return switch (value.getClass().getSimpleName()) {
            case "Decimal" -> "float";
            case "Items" -> "list";
            default -> value.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }

    /** The column of the caret, from 1, in the line above it. */
    private static int caret(String message) {
        String line = message.lines()
                .filter(each -> each.strip().equals("^"))
                .findFirst()
                .orElseThrow();
        return line.indexOf('^') - "    ".length() + 1;
    }
}
