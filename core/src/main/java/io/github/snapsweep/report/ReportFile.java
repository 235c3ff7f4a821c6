package io.github.snapsweep.report;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.file.WholeFile;
import io.github.snapsweep.launch.LaunchDiff;
import io.github.snapsweep.launch.LaunchRequest;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.results.Harvest;
import io.github.snapsweep.results.LaunchResults;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes the report of a launch: one file, to be opened in a browser, now and as long as there are any. */
public final class ReportFile {

    private final Path project;
    private final Configuration configuration;
    private final LaunchRequest.Surroundings surroundings;

    public ReportFile(Path project, Configuration configuration, LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.configuration = configuration;
        this.surroundings = surroundings;
    }

    /**
     * What was written.
     *
     * @param launch the launch
     * @param file where it is
     * @param tasks how many tasks it has
     * @param parameters what they differ in
     * @param metrics what they found out
     * @param faults what could not be read
     */
    public record Written(
            String launch, Path file, int tasks, List<String> parameters, List<String> metrics, List<String> faults) {}

    /** Writes it as far as the launch has got, whole or not at all. */
    public Written write() {
        LaunchResults results = new Harvest(project, configuration.slurm(), surroundings).gatherWithUsage();
        Path page = configuration
                .slurm()
                .results()
                .reportFile()
                .orElseGet(() -> results.folder().path().resolve("report.html"));
        LaunchDiff diff =
                LaunchDiff.read(project, results.status().launch().code(), configuration.snapshot(), surroundings);
        write(page, results, diff, surroundings.host().clock().instant());
        Written written = new Written(
                results.folder().id(),
                page,
                results.tasks().size(),
                results.parameters(),
                results.metrics(),
                results.faults());
        tell(results, written);
        return written;
    }

    static void write(Path page, LaunchResults results, LaunchDiff diff, Instant now) {
        try {
            WholeFile.write(
                    page,
                    out -> ReportPage.write(
                            out, new ReportFacts(results, diff).values(page, now), ReportData.of(results, page, now)));
        } catch (IOException e) {
            throw LaunchProblems.unwritable(page, "slurm.reportFile", e);
        }
    }

    private void tell(LaunchResults results, Written written) {
        surroundings
                .progress()
                .info("launch " + written.launch + ": " + results.status().summary());
        if (!results.status().notice().isEmpty()) {
            surroundings.progress().warn(results.status().notice());
        }
        ResultsReport.tellWhatIsMissing(results, surroundings.progress());
        surroundings.progress().info("report: " + written.file.toUri());
    }
}
