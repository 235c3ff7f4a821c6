package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTailTest {

    @TempDir
    Path folder;

    private final Printed shown = new Printed();

    private Path log(String text) throws IOException {
        return Files.writeString(folder.resolve("log"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'';              2; ''",
                "one;             1; one",
                "'one\n';         1; 'one\n'",
                "'one\ntwo\n';    1; 'two\n'",
                "'one\ntwo';      1; two",
                "'one\ntwo\n\n';  1; '\n'",
                "'one\ntwo\n\n';  2; 'two\n\n'",
                "'one\ntwo\n';    2; 'one\ntwo\n'",
                "'one\ntwo\n';    9; 'one\ntwo\n'",
                "'\n\n\n';         2; '\n\n'"
            })
    void theLastLinesAreShown(String text, int lines, String tail) throws IOException {
        LogTail.show(log(text.replace("\\n", "\n")), Optional.of(lines), shown);
        assertThat(shown.text()).isEqualTo(tail.replace("\\n", "\n"));
    }

    @Test
    void linesMayBeLongerThanWhatIsReadAtATime() throws IOException {
        String longest = "x".repeat(200_000);
        LogTail.show(log("first\n" + longest + "\n" + longest + "y\n"), Optional.of(2), shown);
        assertThat(shown.text()).isEqualTo(longest + "\n" + longest + "y\n");
    }

    @Test
    void manyLinesAreCountedOverTheBlocks() throws IOException {
        String text = IntStream.range(0, 50_000).mapToObj(line -> line + "\n").collect(Collectors.joining());
        LogTail.show(log(text), Optional.of(40_000), shown);
        assertThat(shown.text()).startsWith("10000\n10001\n").endsWith("49999\n");
    }

    @Test
    void aFollowedLogShowsEachByteOnceAndNeedNotBeThereYet() throws IOException, InterruptedException {
        Path log = folder.resolve("later");
        AtomicInteger looks = new AtomicInteger();
        new FollowedLog(shown).follow(List.of(log), Duration.ZERO, () -> {
            append(log, looks.get() + "\n");
            return looks.incrementAndGet() == 4;
        });
        assertThat(shown.text()).isEqualTo("0\n1\n2\n3\n");
    }

    @Test
    void aFollowedLogThatIsWrittenAnewIsShownAnew() throws IOException {
        FollowedLog followed = new FollowedLog(shown);
        followed.showNew(log("a long first run\n"));
        followed.showNew(log("second\n"));
        assertThat(shown.text()).isEqualTo("a long first run\nsecond\n");
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
