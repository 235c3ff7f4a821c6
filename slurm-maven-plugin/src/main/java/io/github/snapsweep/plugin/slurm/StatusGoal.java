package io.github.snapsweep.plugin.slurm;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.launch.LaunchStatus;
import io.github.snapsweep.report.StatusReport;
import io.github.snapsweep.report.Watch;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Tells what became of a launch: its tasks counted, and in a table. */
@Mojo(name = "status", requiresProject = false, aggregator = true, threadSafe = true)
public final class StatusGoal extends LaunchGoal {

    /**
     * Whether the goal goes on until the launch has ended: on a terminal as a screen that shows counts, pace, nodes and the
     * newest failures, and that the keys {@code q} (quit) and {@code r} (look again) work on; elsewhere as a line now and then.
     * To end it ends no task. Default: {@code false}.
     *
     * <p>In a POM: {@code <watch>true</watch>}
     * <br>On the command line: {@code -Dslurm.watch=true}
     */
    @Parameter(property = "slurm.watch")
    @Nullable
    String watch;

    /**
     * How many seconds Slurm is left alone, at least, between two looks of {@code watch}; a controller that answers slowly is
     * asked less often. Default: {@code 10}.
     *
     * <p>In a POM: {@code <watchS>30</watchS>}
     * <br>On the command line: {@code -Dslurm.watchS=30}
     */
    @Parameter(property = "slurm.watchS")
    @Nullable
    String watchS;

    @Override
    protected LaunchStatus run(Configuration configuration) {
        SlurmSettings.Watch watching = configuration.slurm().chosen().watch();
        if (watching.wanted()) {
            new Watch(projectFolder(), configuration.slurm().run().launch(), watching.pause(), surroundings())
                    .on(screen().canvas());
        }
        return new StatusReport(projectFolder(), surroundings())
                .show(configuration.slurm().run().launch());
    }
}
