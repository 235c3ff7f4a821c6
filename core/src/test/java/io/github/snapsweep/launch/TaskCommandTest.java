package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.json.Json;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.sweep.Point;
import io.github.snapsweep.sweep.Sweep;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskCommandTest {

    private static final Point POINT = point("lr=0.1 model='a b' +opt.depth=3 ++x=null");

    private static Point point(String sweep) {
        return Sweep.parse(sweep, Path.of("")).points().get(0);
    }

    private static List<String> words(String... words) {
        return new TaskCommand(List.of(words)).with(POINT);
    }

    @Test
    void withoutAPlaceholderThePointComesBehindAsHydraReadsIt() {
        assertThat(words("python", "train.py"))
                .containsExactly("python", "train.py", "lr=0.1", "model='a b'", "+opt.depth=3", "++x=null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{lr}            | 0.1",
                "--lr={lr}       | --lr=0.1",
                "{lr}-{opt.depth}| 0.1-3",
                "{model}.txt     | a b.txt",
                "{lr}{lr}        | 0.10.1",
                "{x}             | null",
                "{{lr}} {lr}     | {lr} 0.1",
                "{lr}}}          | 0.1}",
                "$HOME {lr}      | $HOME 0.1",
                "\\1 {lr}        | \\1 0.1"
            })
    void aPlaceholderIsFilledWhereItStandsAndNothingIsAdded(String word, String filled) {
        assertThat(words("program", word)).containsExactly("program", filled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{} | {}", "{ lr} | { lr}", "{1} | {1}", "a{b | a{b", "${{HOME}} | ${HOME}"})
    void bracesThatHoldNoNameStayAsTheyAre(String word, String same) {
        assertThat(words(word).get(0)).isEqualTo(same);
    }

    @Test
    void anUnknownPlaceholderIsAnErrorThatNamesTheParameters() {
        assertThatThrownBy(() -> words("train", "--lr={rate}"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("{rate} in '--lr={rate}'")
                .hasMessageContaining("lr, model, opt.depth, x")
                .hasMessageContaining("{{");
    }

    @Test
    void aPointIsInTheEnvironmentByItsKeyInCapitals() {
        assertThat(PointLines.variables(point("lr=0.1 model.depth-max=3 opt@pkg=its")))
                .isEqualTo(Map.of(
                        "SNAPSWEEP_PARAM_LR", "0.1",
                        "SNAPSWEEP_PARAM_MODEL_DEPTH_MAX", "3",
                        "SNAPSWEEP_PARAM_OPT_PKG", "its"));
    }

    @Test
    void twoKeysOfOneVariableAreAnError() {
        assertThatThrownBy(() -> PointLines.variables(point("a.b=1 a_b=2")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("a.b and a_b")
                .hasMessageContaining("SNAPSWEEP_PARAM_A_B");
    }

    @Test
    void aLineOfThePointsFileIsOneLineWhateverItHolds() {
        Point point = point("x='a\nb'");
        String line =
                new PointLines(new TaskCommand(List.of("echo", "two\nlines"))).line(point, Json.line(point.json()));
        assertThat(Stream.of(line.split("\\R", -1))).hasSize(1);
    }
}
