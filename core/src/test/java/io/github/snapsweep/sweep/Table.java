package io.github.snapsweep.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A table of cases in a file beside the tests, with a sign for each character that would not be seen. */
final class Table {

    private Table() {}

    /** The rows of a table, each with as many columns as are wanted; null where it has fewer. */
    static Stream<Arguments> rows(String name, int columns) {
        return lines(name)
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .map(line -> Arrays.copyOf(line.split("\t", -1), columns))
                .map(cells -> Arguments.of(Arrays.stream(cells).map(Table::cell).toArray()));
    }

    /** The parts of a cell that holds several. */
    static List<String> parts(String cell) {
        return List.of(cell.split(" \\| ", -1));
    }

    private static String cell(String written) {
        return written == null
                ? null
                : written.replace('␠', ' ')
                        .replace('⇥', '\t')
                        .replace('␤', '\n')
                        .replace("∅", "");
    }

    private static Stream<String> lines(String name) {
        try (InputStream file = Table.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
