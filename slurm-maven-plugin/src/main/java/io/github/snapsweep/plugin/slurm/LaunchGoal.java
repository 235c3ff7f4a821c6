package io.github.snapsweep.plugin.slurm;

import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal for a launch that was made before. */
abstract class LaunchGoal extends SlurmGoal {

    /**
     * The launch: its name, the beginning of its name, or {@code latest}. Default: {@code latest}.
     *
     * <p>In a POM: {@code <launch>percolation-20261123-142233</launch>}
     * <br>On the command line: {@code -Dslurm.launch=percolation-20261123-142233}
     */
    @Parameter(property = "slurm.launch")
    @Nullable
    String launch;
}
