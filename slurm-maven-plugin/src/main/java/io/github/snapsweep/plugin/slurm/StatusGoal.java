package io.github.snapsweep.plugin.slurm;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.LaunchStatus;
import io.github.snapsweep.report.StatusReport;
import org.apache.maven.plugins.annotations.Mojo;

/** Tells what became of a launch: its tasks counted, and in a table. */
@Mojo(name = "status", requiresProject = false, aggregator = true, threadSafe = true)
public final class StatusGoal extends LaunchGoal {

    @Override
    protected LaunchStatus run(Configuration configuration) {
        return new StatusReport(projectFolder(), surroundings())
                .show(configuration.slurm().run().launch());
    }
}
