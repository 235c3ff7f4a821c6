package io.github.snapsweep.plugin.slurm;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.report.ResultsReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows what the tasks of a launch found out beside their parameters, as far as they have got: as a table, CSV or JSON. */
@Mojo(name = "results", requiresProject = false, aggregator = true, threadSafe = true)
public final class ResultsGoal extends MeasuredLaunchGoal {

    /**
     * As what results are written: {@code table}, {@code csv} (as in RFC 4180, every value as it is: for programs, not for a
     * spreadsheet, where a value that begins with {@code =} is a formula) or {@code json} (a list of objects, one a task).
     * Default: as the name of {@code tableFile} ends; else {@code table}.
     *
     * <p>In a POM: {@code <format>csv</format>}
     * <br>On the command line: {@code -Dslurm.format=csv}
     */
    @Parameter(property = "slurm.format")
    @Nullable
    String format;

    /**
     * The file that results are written to, relative to the project. Default: the standard output, which with {@code -q} has
     * nothing else.
     *
     * <p>In a POM: {@code <tableFile>target/results.csv</tableFile>}
     * <br>On the command line: {@code -Dslurm.tableFile=target/results.csv}
     */
    @Parameter(property = "slurm.tableFile")
    @Nullable
    String tableFile;

    @Override
    protected ResultsReport.Shown run(Configuration configuration) {
        return new ResultsReport(projectFolder(), configuration.slurm(), surroundings(), output()).show();
    }
}
