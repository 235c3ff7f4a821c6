package io.github.snapsweep.plugin.slurm;

import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal for tasks of a launch that was made before. */
abstract class ChosenTasksGoal extends LaunchGoal {

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
}
