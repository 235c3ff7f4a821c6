package io.github.snapsweep.plugin.slurm;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.LaunchStatus;
import io.github.snapsweep.report.LaunchListReport;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/** Lists the launches of this project, newest first: when, how their tasks do, of which commit, and their sweep. */
@Mojo(name = "list", requiresProject = false, aggregator = true, threadSafe = true)
public final class ListGoal extends SlurmGoal {

    @Override
    protected Launches run(Configuration configuration) {
        return new Launches(new LaunchListReport(projectFolder(), surroundings()).show());
    }

    /**
     * What the goal shows.
     *
     * @param launches the launches, newest first
     */
    record Launches(List<LaunchStatus> launches) {
        Launches {
            launches = List.copyOf(launches);
        }
    }
}
