package io.github.snapsweep.report;

import io.github.snapsweep.config.ResultsFormat;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.file.WholeFile;
import io.github.snapsweep.launch.LaunchRequest;
import io.github.snapsweep.problem.GitProblems;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.progress.Output;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.results.Harvest;
import io.github.snapsweep.results.LaunchResults;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows what the tasks of a launch found out, or writes it for other programs. */
public final class ResultsReport {

    private static final int MOST_LINES = 40;
    private static final int MOST_FAULTS = 5;

    private final Path project;
    private final SlurmSettings settings;
    private final LaunchRequest.Surroundings surroundings;
    private final Output output;

    /** @param output where results go that have no file */
    public ResultsReport(Path project, SlurmSettings settings, LaunchRequest.Surroundings surroundings, Output output) {
        this.project = project;
        this.settings = settings;
        this.surroundings = surroundings;
        this.output = output;
    }

    /**
     * What was shown.
     *
     * @param launch the launch
     * @param tasks how many tasks it has
     * @param measured how many of them left numbers
     * @param parameters what they differ in
     * @param metrics what they found out
     * @param faults what could not be read
     */
    public record Shown(
            String launch,
            int tasks,
            long measured,
            List<String> parameters,
            List<String> metrics,
            List<String> faults) {}

    /** Shows them as far as the launch has got. */
    public Shown show() {
        LaunchResults results = new Harvest(project, settings, surroundings).gather();
        surroundings
                .progress()
                .info("launch " + results.folder().id() + ": "
                        + results.status().summary());
        ResultsTable table = new ResultsTable(results);
        Optional<Path> file = settings.results().tableFile();
        ResultsFormat format = settings.results().format().orElseGet(() -> formatOf(file));
        if (file.isPresent()) {
            write(table, format, file.get());
            surroundings.progress().info(Counted.of(results.tasks().size(), "task") + " in " + file.get());
        } else {
            print(table, format, results.tasks().size());
        }
        tellWhatIsMissing(results, surroundings.progress());
        return new Shown(
                results.folder().id(),
                results.tasks().size(),
                measured(results),
                results.parameters(),
                results.metrics(),
                results.faults());
    }

    /** Says why there may be less than was expected. */
    static void tellWhatIsMissing(LaunchResults results, Progress progress) {
        List<String> faults = results.faults();
        faults.stream().limit(MOST_FAULTS).forEach(progress::warn);
        if (faults.size() > MOST_FAULTS) {
            progress.warn("and " + (faults.size() - MOST_FAULTS) + " more that could not be read");
        }
        if (measured(results) == 0) {
            progress.warn(
                    "no task has left a number: a task writes them to $SNAPSWEEP_OUTPUT/metrics.json (or metrics.csv),"
                            + " or prints them, and -Dslurm.metricPattern=\"loss=(?<loss>\\S+)\" says how");
        }
    }

    private static long measured(LaunchResults results) {
        return results.tasks().stream()
                .filter(task -> !task.metrics().values().isEmpty())
                .count();
    }

    private static ResultsFormat formatOf(Optional<Path> file) {
        String name = file.map(path -> path.toString().toLowerCase(Locale.ROOT)).orElse("");
        return name.endsWith(".csv")
                ? ResultsFormat.CSV
                : name.endsWith(".json") ? ResultsFormat.JSON : ResultsFormat.TABLE;
    }

    private void print(ResultsTable table, ResultsFormat format, int tasks) {
        if (format == ResultsFormat.TABLE) {
            table.lines(MOST_LINES).forEach(surroundings.progress()::info);
            if (tasks > MOST_LINES) {
                surroundings
                        .progress()
                        .info("and " + (tasks - MOST_LINES) + " more; all of them:  -Dslurm.tableFile=results.csv");
            }
            return;
        }
        try {
            Writer out = new OutputStreamWriter(output.stream(), StandardCharsets.UTF_8);
            write(table, format, out);
            out.flush();
        } catch (IOException e) {
            throw GitProblems.noOutput(e);
        }
    }

    private static void write(ResultsTable table, ResultsFormat format, Path file) {
        try {
            WholeFile.write(file, out -> write(table, format, out));
        } catch (IOException e) {
            throw LaunchProblems.unwritable(file, "slurm.tableFile", e);
        }
    }

    private static void write(ResultsTable table, ResultsFormat format, Writer out) throws IOException {
        switch (format) {
            case CSV -> table.csv(out);
            case JSON -> table.json(out);
            case TABLE -> out.write(String.join("\n", table.lines(Integer.MAX_VALUE)) + "\n");
        }
    }
}
