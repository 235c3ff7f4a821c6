package io.github.snapsweep.plugin.slurm;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.Rerun;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Runs one task of a launch here and now, the one of {@code tasks}, in a fresh worktree of the commit that it ran: to see for oneself what it did. The launch's own outputs are not touched. */
@Mojo(name = "rerun", requiresProject = false, aggregator = true, threadSafe = true)
public final class RerunGoal extends LaunchGoal {

    /**
     * The number of the task. Default: the only one.
     *
     * <p>In a POM: {@code <tasks>3</tasks>}
     * <br>On the command line: {@code -Dslurm.tasks=3}
     */
    @Parameter(property = "slurm.tasks")
    @Nullable
    String tasks;

    @Override
    protected Rerun.RerunResult run(Configuration configuration) {
        return new Rerun(projectFolder(), configuration, surroundings(), output()).run();
    }
}
