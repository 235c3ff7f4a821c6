package io.github.snapsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandTextTest {

    static Stream<Arguments> splits() {
        return Stream.of(
                arguments("a b\t c\nd", List.of("a", "b", "c", "d")),
                arguments("a 'b c' \"d e\"", List.of("a", "b c", "d e")),
                arguments("a''b c'd'\"e\"f", List.of("ab", "cdef")),
                arguments("a '' \"\"", List.of("a", "", "")),
                arguments("a\\ b \\$x \\|", List.of("a b", "$x", "|")),
                arguments("'$x|`' \"|;&<>\"", List.of("$x|`", "|;&<>")),
                arguments("\"a\\\"b\\\\c\\n\\$d\"", List.of("a\"b\\c\\n$d")),
                arguments(
                        "run {lr} --n={seed} *.txt ~/x #1", List.of("run", "{lr}", "--n={seed}", "*.txt", "~/x", "#1")),
                arguments("  ", List.of()));
    }

    @ParameterizedTest
    @MethodSource("splits")
    void isSplitAsAShellWould(String text, List<String> words) {
        assertThat(new CommandText(text).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '~',
            value = {
                "a | b ~ the | at column 3 is for a shell, and no shell runs this",
                "a > b ~ the > at column 3 is for a shell, and no shell runs this",
                "a < b ~ the < at column 3 is for a shell, and no shell runs this",
                "a && b ~ the & at column 3 is for a shell, and no shell runs this",
                "a; b ~ the ; at column 2 is for a shell, and no shell runs this",
                "a `b` ~ the ` at column 3 is for a shell, and no shell runs this",
                "a $b ~ the $ at column 3 is for a shell, and no shell runs this",
                "a \"$b\" ~ the $ at column 4 is for a shell, and no shell runs this",
                "a 'b ~ the quote ' is never closed",
                "a \"b ~ the quote \" is never closed",
                "a \\ ~ the \\ at its end escapes nothing"
            })
    void whatNeedsAShellIsRefused(String text, String reason) {
        assertThatThrownBy(() -> new CommandText(text).words()).hasMessage(reason);
    }
}
