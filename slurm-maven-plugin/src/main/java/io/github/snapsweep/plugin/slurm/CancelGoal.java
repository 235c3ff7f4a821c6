package io.github.snapsweep.plugin.slurm;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.Cancel;
import io.github.snapsweep.launch.LaunchStatus;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Cancels tasks of a launch: those of {@code tasks} or {@code states}; without either, all that have not ended. */
@Mojo(name = "cancel", requiresProject = false, aggregator = true, threadSafe = true)
public final class CancelGoal extends ChosenTasksGoal {

    /**
     * Whether the goal waits until the tasks have ended. Default: {@code false}.
     *
     * <p>In a POM: {@code <wait>true</wait>}
     * <br>On the command line: {@code -Dslurm.wait=true}
     */
    @Parameter(property = "slurm.wait")
    @Nullable
    String wait;

    /**
     * How many minutes are waited at most; to stop waiting ends no task. Default: for as long as it takes.
     *
     * <p>In a POM: {@code <waitMin>600</waitMin>}
     * <br>On the command line: {@code -Dslurm.waitMin=600}
     */
    @Parameter(property = "slurm.waitMin")
    @Nullable
    String waitMin;

    @Override
    protected LaunchStatus run(Configuration configuration) {
        return new Cancel(projectFolder(), configuration.slurm(), surroundings()).run();
    }
}
