package io.github.snapsweep.plugin.slurm;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.LaunchStatus;
import io.github.snapsweep.launch.Wait;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Waits until a launch has ended, and fails when one of its tasks did not end well: for pipelines. */
@Mojo(name = "wait", requiresProject = false, aggregator = true, threadSafe = true)
public final class WaitGoal extends LaunchGoal {

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
        return Wait.of(
                        projectFolder(),
                        configuration.slurm().run().launch(),
                        configuration.slurm().chosen().waitAtMost(),
                        surroundings())
                .forAll();
    }
}
