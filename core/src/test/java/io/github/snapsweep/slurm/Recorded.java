package io.github.snapsweep.slurm;

import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Answers of a real Slurm, kept as data. A file has blocks with a blank line between them: {@code $ command}, {@code
 * exit 1}, then a line {@code out ...} or {@code err ...} for each line of the two outputs.
 */
final class Recorded {

    private Recorded() {}

    static List<Answer> answers(String file) {
        return Arrays.stream(text(file).split("\n\n"))
                .filter(block -> block.startsWith("$ "))
                .map(Recorded::answer)
                .toList();
    }

    /** The first answer to a command that contains this. */
    static Answer answer(String file, String command) {
        return answers(file).stream()
                .filter(answer -> answer.command().words().get(0).contains(command))
                .findFirst()
                .orElseThrow();
    }

    static Answer answer(String command, int exit, String out, String err, boolean timedOut) {
        return new Answer(
                new Command(List.of(command), Path.of("/"), Map.of(), Duration.ofSeconds(3)), exit, out, err, timedOut);
    }

    private static Answer answer(String block) {
        List<String> lines = block.lines().toList();
        int exit = Integer.parseInt(lines.get(1).substring("exit ".length()));
        return answer(lines.get(0).substring(2), exit, stream(lines, "out "), stream(lines, "err "), false);
    }

    private static String stream(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()) + "\n")
                .collect(Collectors.joining());
    }

    private static String text(String file) {
        try (InputStream data = Objects.requireNonNull(Recorded.class.getResourceAsStream(file), file)) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
