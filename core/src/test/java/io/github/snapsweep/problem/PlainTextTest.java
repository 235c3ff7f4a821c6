package io.github.snapsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A terminal is not steered by what it shows. */
class PlainTextTest {

    @ParameterizedTest
    @CsvSource({
        "lr=0.1 ü 😀, lr=0.1 ü 😀",
        "a\u001b[2Jb, a?[2Jb",
        "a\u009b2Jb, a?2Jb",
        "a\u0000b\u0007c\bd\u007fe, a?b?c?d?e",
        "evil\u202etxt.exe, evil?txt.exe",
        "a\u2066b\u2029c, a?b?c"
    })
    void whatSteersATerminalIsAQuestionMark(String text, String shown) {
        assertThat(PlainText.line(text)).isEqualTo(shown);
        assertThat(PlainText.lines(text)).isEqualTo(shown);
    }

    @Test
    void linesEndWhereTheyDoAndTabsStayInThem() {
        assertThat(PlainText.lines("a\r\nb\n\tc")).isEqualTo("a\nb\n\tc");
        assertThat(PlainText.lines("a\rb")).isEqualTo("a?b");
        assertThat(PlainText.line("a\nb")).isEqualTo("a?b");
        assertThat(PlainText.line("a\tb")).isEqualTo("a?b");
    }
}
