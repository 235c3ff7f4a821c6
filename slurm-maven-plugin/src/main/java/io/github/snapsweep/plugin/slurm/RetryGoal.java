package io.github.snapsweep.plugin.slurm;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.LaunchRecord;
import io.github.snapsweep.launch.Retry;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Runs tasks of a launch again, with their numbers, folders, points and commit: those of {@code tasks} or {@code states}; without either, all that failed, ran out of time, were cancelled or were never sent. What Slurm is asked for is as it was recorded, unless the command line says something else: the POM and {@code snapsweep.yaml} are not looked at. */
@Mojo(name = "retry", requiresProject = false, aggregator = true, threadSafe = true)
public final class RetryGoal extends JobGoal {

    /**
     * The launch: its name, the beginning of its name, or {@code latest}. Default: {@code latest}.
     *
     * <p>In a POM: {@code <launch>percolation-20261123-142233</launch>}
     * <br>On the command line: {@code -Dslurm.launch=percolation-20261123-142233}
     */
    @Parameter(property = "slurm.launch")
    @Nullable
    String launch;

    /**
     * The tasks that are meant, by their numbers. Default: as the goal says.
     *
     * <p>In a POM: {@code <tasks>3,5-7</tasks>}
     * <br>On the command line: {@code -Dslurm.tasks=3,5-7}
     */
    @Parameter(property = "slurm.tasks")
    @Nullable
    String tasks;

    /**
     * The tasks that are meant, by what became of them: some of {@code pending}, {@code running}, {@code completed},
     * {@code failed}, {@code timeout}, {@code cancelled}, {@code not-submitted}, {@code unknown}. With {@code tasks} too,
     * those that are both. Default: as the goal says.
     *
     * <p>In a POM: {@code <states>failed,timeout</states>}
     * <br>On the command line: {@code -Dslurm.states=failed,timeout}
     */
    @Parameter(property = "slurm.states")
    @Nullable
    String states;

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
    protected LaunchRecord run(Configuration configuration) {
        return new Retry(projectFolder(), configuration, commandLine(), surroundings()).run();
    }
}
