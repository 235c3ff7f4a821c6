package io.github.snapsweep.plugin.slurm;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.report.ReportFile;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a page about a launch, as far as it has got: what ran, when and where, what it took, and parameters against metrics. It
 * is one file that needs no network.
 */
@Mojo(name = "report", requiresProject = false, aggregator = true, threadSafe = true)
public final class ReportGoal extends MeasuredLaunchGoal {

    /**
     * The file that is the page, relative to the project. Default: {@code .slurm/<launch>/report.html}.
     *
     * <p>In a POM: {@code <reportFile>target/report.html</reportFile>}
     * <br>On the command line: {@code -Dslurm.reportFile=target/report.html}
     */
    @Parameter(property = "slurm.reportFile")
    @Nullable
    String reportFile;

    @Override
    protected ReportFile.Written run(Configuration configuration) {
        return new ReportFile(projectFolder(), configuration, surroundings()).write();
    }
}
