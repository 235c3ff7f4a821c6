package io.github.snapsweep.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.github.snapsweep.json.Json;
import io.github.snapsweep.results.LaunchResults;
import io.github.snapsweep.results.TaskResult;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The results of a launch, a row for each task: its number and state, its parameters, its metrics, how long it ran. */
final class ResultsTable {

    private static final String TASK = "task";
    private static final String STATE = "state";
    private static final String SECONDS = "seconds";
    private static final int WIDEST = 40;
    private static final int SHOWN_DIGITS = 6;

    private final LaunchResults results;
    private final List<String> parameters;
    private final List<String> metrics;

    ResultsTable(LaunchResults results) {
        this.results = results;
        this.parameters = results.parameters();
        this.metrics = results.metrics();
    }

    /** As RFC 4180 has it. Values are as they are: a program reads them, and they are the user's own. */
    void csv(Writer out) throws IOException {
        CsvWriter rows = CsvWriter.builder().build(out);
        rows.writeRecord(heads());
        results.tasks().forEach(task -> rows.writeRecord(cells(task, ResultsTable::number)));
        rows.flush();
    }

    /** A list, an object for each task, a line each. */
    void json(Writer out) throws IOException {
        String before = "[\n";
        for (TaskResult task : results.tasks()) {
            out.append(before).append(Json.line(object(task)));
            before = ",\n";
        }
        out.append(results.tasks().isEmpty() ? "[]\n" : "\n]\n");
    }

    /** The lines of a table for people, of so many tasks at most. */
    List<String> lines(int most) {
        List<String> heads = heads();
        List<Column> columns = heads.stream().map(ResultsTable::column).toList();
        String[][] cells = results.tasks().stream()
                .limit(most)
                .map(task -> cells(task, ResultsTable::shortNumber).toArray(String[]::new))
                .toArray(String[][]::new);
        return AsciiTable.getTable(AsciiTable.NO_BORDERS, columns.toArray(Column[]::new), cells)
                .lines()
                .map(String::stripTrailing)
                .toList();
    }

    private static Column column(String head) {
        HorizontalAlign align = head.equals(STATE) ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT;
        return new Column().header(head).headerAlign(align).dataAlign(align).maxWidth(WIDEST);
    }

    /** A name that is taken already gets its kind in front. */
    private List<String> heads() {
        Set<String> heads = new LinkedHashSet<>(List.of(TASK, STATE));
        parameters.forEach(name -> addApart(heads, name, "parameters."));
        metrics.forEach(name -> addApart(heads, name, "metrics."));
        addApart(heads, SECONDS, "task.");
        return List.copyOf(heads);
    }

    private static void addApart(Set<String> heads, String name, String kind) {
        String head = name;
        while (!heads.add(head)) {
            head = kind + head;
        }
    }

    private List<String> cells(TaskResult task, Function<@Nullable Double, String> number) {
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(task.task()));
        cells.add(task.status().state().text());
        parameters.forEach(name -> cells.add(
                task.parameters().containsKey(name)
                        ? ReportColumns.text(task.parameters().get(name))
                        : ""));
        metrics.forEach(name -> cells.add(number.apply(task.metrics().values().get(name))));
        cells.add(String.valueOf(task.status().elapsed().toSeconds()));
        return cells;
    }

    /** Without the zero of a whole number; nothing where there is none. */
    private static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf(value.longValue())
                : String.valueOf(value);
    }

    /** As many digits as people read. */
    private static String shortNumber(@Nullable Double value) {
        return value == null
                ? ""
                : number(new BigDecimal(value)
                        .round(new MathContext(SHOWN_DIGITS))
                        .doubleValue());
    }

    private Map<String, @Nullable Object> object(TaskResult task) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put(TASK, task.task());
        object.put(STATE, task.status().state());
        object.put("exit", task.exit().isPresent() ? task.exit().getAsInt() : null);
        object.put("attempt", task.status().attempt());
        object.put("node", task.status().node());
        object.put(SECONDS, task.status().elapsed().toSeconds());
        object.put("parameters", task.parameters());
        Map<String, Double> known = new LinkedHashMap<>(task.metrics().values());
        known.keySet().retainAll(metrics);
        object.put("metrics", known);
        object.put("output", task.output());
        return object;
    }
}
