package io.github.snapsweep.plugin.slurm;

import io.github.snapsweep.maven.Goal;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals of this plugin can be told. */
abstract class SlurmGoal extends Goal {

    /**
     * Whether the goal does nothing. Default: {@code false}.
     *
     * <p>In a POM: {@code <skip>true</skip>}
     * <br>On the command line: {@code -Dslurm.skip=true}
     */
    @Parameter(property = "slurm.skip")
    @Nullable
    String skip;

    /**
     * A YAML file of settings, relative to the project. It comes after the POM and before {@code -D}. Default:
     * {@code snapsweep.yaml}, when there is one.
     *
     * <p>In a POM: {@code <config>alpha.yaml</config>}
     * <br>On the command line: {@code -Dslurm.config=alpha.yaml}
     */
    @Parameter(property = "slurm.config")
    @Nullable
    String config;

    /**
     * The section under {@code clusters:} in the YAML file that applies. Default: none.
     *
     * <p>In a POM: {@code <cluster>alpha</cluster>}
     * <br>On the command line: {@code -Dslurm.cluster=alpha}
     */
    @Parameter(property = "slurm.cluster")
    @Nullable
    String cluster;

    /**
     * A file for what happened, as JSON, relative to the project. Default: none.
     *
     * <p>In a POM: {@code <resultFile>target/slurm.json</resultFile>}
     * <br>On the command line: {@code -Dslurm.resultFile=target/slurm.json}
     */
    @Parameter(property = "slurm.resultFile")
    @Nullable
    String resultFile;
}
