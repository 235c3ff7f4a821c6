package io.github.snapsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left to chance: the same for a seed for ever, and with a seed of its own in the text that is recorded. */
class ChanceTest {

    private static List<String> values(String text) {
        return Read.sweep("x=" + text).factors().get(0).values().stream()
                .map(Value::text)
                .toList();
    }

    /** Worked out by another program. A change of any of these would change what a recorded sweep means. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shuffle(a,b,c,d,e,seed=1) | a,d,e,b,c",
                "shuffle(range(6),seed=2) | 0,5,4,3,1,2",
                "uniform(0,1,3,seed=1) | 0.5665615751722809,0.7457817572627011,0.9710027535867962",
                "uniform(-10,10,2,seed=42) | 4.831297575436466,-6.801792142461598",
                "loguniform(0.001,1,3,seed=1) | 0.05008235306272246,0.1727210509169053,0.8184803563864849"
            })
    void aSeedGivesTheSameForEver(String text, String expected) {
        assertThat(String.join(",", values(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x=shuffle(range(20))",
                "x=shuffle(choice(a,b,c,d,e,f,g,h))",
                "x=shuffle([1,2,3,4,5,6,7,8,9])",
                "x=uniform(0,1,5)",
                "x=loguniform(1e-5,1,5)",
                "x=shuffle( uniform(0,1,5) ) y=shuffle(1,2,3,4,5) z=1",
                "p=shuffle(zip(a=range(9),b=uniform(0,1,9)))"
            })
    void withoutASeedOneIsDrawnAndWrittenDown(String text) {
        Sweep sweep = Read.sweep(text);

        assertThat(sweep.text())
                .contains(",seed=")
                .isNotEqualTo(Read.sweep(text).text());
        assertThat(Read.sweep(sweep.text()).points()).isEqualTo(sweep.points());
        assertThat(Read.sweep(sweep.text()).text()).isEqualTo(sweep.text());
    }

    @Test
    void aSeedThatIsGivenIsNotWrittenTwice() {
        assertThat(Read.sweep("x=shuffle(1,2,3,seed=4)").text()).isEqualTo("x=shuffle(1,2,3,seed=4)");
    }

    @Test
    void whatIsShuffledIsAllThere() {
        assertThat(values("shuffle(range(1000),seed=3)"))
                .containsExactlyInAnyOrderElementsOf(values("range(1000)"))
                .isNotEqualTo(values("range(1000)"));
    }

    @Test
    void aZipIsShuffledByItsSteps() {
        Sweep.parse("p=shuffle(zip(a=range(50),b=range(50)),seed=1)", java.nio.file.Path.of("x"))
                .points()
                .forEach(point -> assertThat(point.texts().get("a"))
                        .isEqualTo(point.texts().get("b")));
    }

    @Test
    void numbersByChanceLieInTheirInterval() {
        assertThat(values("uniform(2,3,10000,seed=1)").stream().mapToDouble(Double::parseDouble))
                .allMatch(number -> number >= 2 && number < 3)
                .anyMatch(number -> number < 2.01)
                .anyMatch(number -> number > 2.99);
        assertThat(values("loguniform(0.001,10,10000,seed=1)").stream().mapToDouble(Double::parseDouble))
                .allMatch(number -> number >= 0.001 && number < 10)
                .anyMatch(number -> number < 0.0011)
                .anyMatch(number -> number > 9);
    }
}
