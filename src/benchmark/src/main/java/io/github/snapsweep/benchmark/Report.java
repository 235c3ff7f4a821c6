package io.github.snapsweep.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sums up: {@code Report RESULTS FILE} reads what the script left in a folder ({@code machine}, {@code rows} and the
 * comparisons), prints the table and writes it to a file. It is Markdown that is as easy to read unrendered.
 */
public final class Report {

    private Report() {}

    public static void main(String[] arguments) throws IOException {
        Path results = Path.of(arguments[0]);
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(results.resolve("rows"))) {
            rows.add(Row.parse(line, results));
        }
        String machine = Files.readString(results.resolve("machine"));
        String text = "# What was measured\n\n" + machine + "\n" + """
                Everything ran in turn with what it is measured against, in rounds: a number is the median of the rounds' own
                comparisons, with the least and the most. Times are medians of whole processes, of the first one and of the one
                that it is measured against. A question mark: too few rounds to be sure.

                """ + table(rows);
        System.out.println(text);
        Files.writeString(Path.of(arguments[1]), text);
    }

    private static String table(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(Row.header().cells());
        rows.forEach(row -> lines.add(row.cells()));
        int[] widths = IntStream.range(0, lines.get(0).size())
                .map(column -> width(lines, column))
                .toArray();
        List<String> rule = IntStream.of(widths).mapToObj("-"::repeat).toList();
        lines.add(1, rule);
        return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining());
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder text = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            text.append(' ').append(cell).append(" ".repeat(widths[column] - cell.length()));
            text.append(" |");
        }
        return text.append('\n').toString();
    }
}
