package io.github.snapsweep.launch;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import io.github.snapsweep.problem.PlainText;
import io.github.snapsweep.sweep.Point;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tasks' parameters as a table: the first and the last when there are many. */
final class PointTable {

    private static final int SHOWN = 5;
    private static final int WIDEST = 40;

    private final Tasks tasks;

    PointTable(Tasks tasks) {
        this.tasks = tasks;
    }

    /** The lines; none when the tasks have no parameters. */
    List<String> lines() {
        List<Integer> numbers = List.copyOf(tasks.numbers().values());
        boolean many = numbers.size() > 2 * SHOWN + 1;
        List<Integer> shown = new ArrayList<>(many ? numbers.subList(0, SHOWN) : numbers);
        if (many) {
            shown.addAll(numbers.subList(numbers.size() - SHOWN, numbers.size()));
        }
        Set<String> keys = new LinkedHashSet<>();
        shown.forEach(number -> keys.addAll(texts(number).keySet()));
        if (keys.isEmpty()) {
            return List.of();
        }
        List<ColumnData<Integer>> columns = new ArrayList<>();
        columns.add(
                new Column().header("task").headerAlign(HorizontalAlign.RIGHT).with(String::valueOf));
        for (String key : keys) {
            columns.add(new Column()
                    .header(key)
                    .headerAlign(HorizontalAlign.LEFT)
                    .dataAlign(HorizontalAlign.LEFT)
                    .with(number -> cell(texts(number).get(key))));
        }
        List<String> lines = new ArrayList<>(AsciiTable.getTable(AsciiTable.NO_BORDERS, shown, columns)
                .lines()
                .map(String::stripTrailing)
                .toList());
        if (many) {
            lines.add(SHOWN + 1, " ...");
        }
        return lines;
    }

    private Map<String, String> texts(int number) {
        Point point = tasks.points().get(number);
        return point.texts();
    }

    private static String cell(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String line = PlainText.line(text);
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 3) + "...";
    }
}
