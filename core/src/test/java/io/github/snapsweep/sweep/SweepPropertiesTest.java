package io.github.snapsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.problem.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SweepPropertiesTest {

    private static final String WRITABLE_WITHOUT_QUOTES = "abczAZ019_/-\\+.$%*@?|()[]{}:=, \t";
    private static final String ALL_WITH_A_MEANING = WRITABLE_WITHOUT_QUOTES + "'\"~;\n#é😀&`";

    @Property(tries = 10_000)
    void aRenderedValueReadsBackTheSame(@ForAll("values") Value value) {
        assertThat(Read.sweep("x=" + value.rendered()).factors().get(0).values())
                .containsExactly(value);
    }

    /** But for strings that look like a number, true or null: those are written as they are, as Hydra does. */
    @Property
    void aStringOfAnyCharactersReadsBackTheSame(@ForAll String value) {
        Point point =
                Read.sweep("x=" + new Value.Text(value).rendered()).points().get(0);
        Assume.that(point.json().get("x") instanceof String);

        assertThat(point.texts()).containsEntry("x", value);
    }

    @Property
    void whatWasReadOnceRendersTheSameForEver(@ForAll("overrides") String text) {
        pointsOf(text).forEach(point -> {
            String again = String.join(";", point.arguments());
            Point read = Read.sweep(again).points().get(0);
            assertThat(read.json()).isEqualTo(point.json());
            assertThat(read.arguments()).isEqualTo(point.arguments());
        });
    }

    /** What is recorded of a sweep gives the same points again, whatever was left to chance. */
    @Property(tries = 10_000)
    void theTextOfASweepSpansTheSamePoints(@ForAll("texts") String text) {
        try {
            Sweep sweep = Read.sweep(text);
            Assume.that(sweep.size().bitLength() <= 10);
            assertThat(Read.sweep(sweep.text()).points()).isEqualTo(sweep.points());
        } catch (Problem refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 20_000)
    void anyTextSpansPointsOrIsAProblem(@ForAll("texts") String text) {
        pointsOf(text);
    }

    @Property(tries = 10_000)
    void anyOtherTextToo(@ForAll String text) {
        pointsOf(text);
        pointsOf("x=" + text);
    }

    @Property
    void theLastParameterVariesFastest(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 5) Integer> sizes) {
        String text = IntStream.range(0, sizes.size())
                .mapToObj(i -> "k" + i + "=range(" + sizes.get(i) + ")")
                .collect(Collectors.joining(" "));

        assertThat(Read.sweep(text).points().stream()
                        .map(point -> List.copyOf(point.texts().values())))
                .containsExactlyElementsOf(product(sizes));
    }

    @Property
    void aRangeIsWhatSchoolArithmeticGives(
            @ForAll @IntRange(min = -500, max = 500) int start,
            @ForAll @IntRange(min = -500, max = 500) int stop,
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll boolean down) {
        int step = down ? -size : size;
        List<Double> expected = new ArrayList<>();
        for (int i = start; down ? i > stop : i < stop; i += step) {
            expected.add(Double.parseDouble(BigDecimal.valueOf(i, 2).toString()));
        }
        String text = "x=range(" + BigDecimal.valueOf(start, 2) + "," + BigDecimal.valueOf(stop, 2) + ","
                + BigDecimal.valueOf(step, 2) + ")";

        assertThat(pointsOf(text).stream().map(point -> point.json().get("x"))).isEqualTo(expected);
    }

    @Property
    void aFloatIsWrittenSoThatItReadsBackTheSame(@ForAll("floats") double value) {
        assertThat(NumberText.decimal(DecimalText.of(value)).value()).isEqualTo(value);
    }

    /** The points, made one by one; none when the text is refused, which it may be in one way only. */
    private static List<Point> pointsOf(String text) {
        try {
            return JoinedSweeps.parse(List.of(text), List.of(), Path.of("no-such-folder"), 1000)
                    .points();
        } catch (Problem refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return List.of();
        }
    }

    private static List<List<String>> product(List<Integer> sizes) {
        List<List<String>> rows = List.of(List.of());
        for (int size : sizes) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> row : rows) {
                for (int i = 0; i < size; i++) {
                    List<String> next = new ArrayList<>(row);
                    next.add(String.valueOf(i));
                    longer.add(next);
                }
            }
            rows = longer;
        }
        return rows;
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "x=",
                "y=",
                " ",
                ";",
                "\n",
                ",",
                "[",
                "]",
                "{",
                "}",
                "(",
                ")",
                ":",
                "=",
                "'",
                "\"",
                "\\",
                "choice(",
                "range(",
                "range(0,3)",
                "sort(",
                "shuffle(",
                "tag(",
                "int(",
                "float(",
                "str(",
                "bool(",
                "json_str(",
                "zip(a=",
                "zip(a=[1,2],b=[3,4])",
                "glob(*)",
                "linspace(0,1,3)",
                "logspace(-2,0,3)",
                "uniform(0,1,3",
                "loguniform(1,2,3,seed=4)",
                "reverse=true",
                "seed=7",
                "b=[3,4]",
                "choice(2,1)",
                "a",
                "1",
                "0.5",
                "true",
                "null",
                "~",
                "~x",
                "+",
                "++z=",
                "${a}",
                "${",
                "é",
                "step=",
                "stop=",
                "-1",
                "a b",
                "'a,b'",
                "\\,",
                "@",
                "/",
                ".");
        return words.list().ofMaxSize(15).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> overrides() {
        return Arbitraries.strings()
                .withChars(ALL_WITH_A_MEANING)
                .ofMaxLength(12)
                .map(text -> "x=" + text);
    }

    @Provide
    Arbitrary<Double> floats() {
        return Arbitraries.longs().map(Double::longBitsToDouble).filter(value -> !Double.isNaN(value));
    }

    @Provide
    Arbitrary<Value> values() {
        return nested(3);
    }

    private Arbitrary<Value> nested(int depth) {
        if (depth == 0) {
            return primitives();
        }
        Arbitrary<Value> parts =
                nested(depth - 1).filter(part -> !part.rendered().isEmpty());
        Arbitrary<Value> lists = parts.list().ofMaxSize(4).map(Value.Items::new);
        Arbitrary<Value> dicts = Combinators.combine(
                        dictKeys().set().ofSize(3), parts.list().ofSize(3))
                .as((keys, values) -> {
                    Map<Value, Value> entries = new LinkedHashMap<>();
                    keys.forEach(key -> entries.put(key, values.get(entries.size())));
                    return new Value.Dict(entries);
                });
        return Arbitraries.oneOf(primitives(), lists, dicts);
    }

    private Arbitrary<Value> primitives() {
        Arbitrary<Value> quoted = Combinators.combine(
                        Arbitraries.strings().withChars(ALL_WITH_A_MEANING).ofMaxLength(8), Arbitraries.of('\'', '"'))
                .as(Value.Quoted::new);
        return Arbitraries.oneOf(
                Arbitraries.bigIntegers()
                        .between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30))
                        .map(Value.Int::new),
                floats().map(Value.Decimal::new),
                Arbitraries.of(true, false).map(Value.Bool::new),
                Arbitraries.just(new Value.Null()),
                unquoted(),
                quoted);
    }

    private Arbitrary<Value> dictKeys() {
        return unquoted().filter(key -> !key.rendered().isEmpty());
    }

    /** Strings that can be meant without quotes: not those that are a number or true or null. */
    private static Arbitrary<Value> unquoted() {
        return Arbitraries.strings()
                .withChars(WRITABLE_WITHOUT_QUOTES)
                .ofMaxLength(8)
                .filter(text -> !text.matches("[-+.0-9_a-z]*[0-9][-+.0-9_eE]*"))
                .map(Value.Text::new);
    }
}
