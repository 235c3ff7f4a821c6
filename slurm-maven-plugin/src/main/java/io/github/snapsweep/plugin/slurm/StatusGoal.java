package io.github.snapsweep.plugin.slurm;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.report.StatusReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Tells what became of a launch: its tasks counted, and in a table. */
@Mojo(name = "status", requiresProject = false, aggregator = true, threadSafe = true)
public final class StatusGoal extends SlurmGoal {

    /**
     * The launch: its name, the beginning of its name, or {@code latest}. Default: {@code latest}.
     *
     * <p>In a POM: {@code <launch>latest</launch>}
     * <br>On the command line: {@code -Dslurm.launch=percolation-20261123-142233}
     */
    @Parameter(property = "slurm.launch")
    @Nullable
    String launch;

    @Override
    protected Object run(Configuration configuration) {
        return new StatusReport(projectFolder(), surroundings())
                .show(configuration.slurm().run().launch());
    }
}
