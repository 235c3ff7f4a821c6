package io.github.snapsweep.plugin.slurm;

import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal for what the tasks of a launch found out. */
abstract class MeasuredLaunchGoal extends LaunchGoal {

    /**
     * A regular expression for the lines of a task's log that tell a metric, looked for anywhere in a line. Its groups are named
     * as the metrics, or they are {@code name} and {@code value}; of each metric the last number counts. What a task wrote to
     * {@code metrics.json} or {@code metrics.csv} in its output folder comes before. Default: logs are not read.
     *
     * <p>In a POM: {@code <metricPattern><![CDATA[loss=(?<loss>\S+)]]></metricPattern>}
     * <br>On the command line: {@code -Dslurm.metricPattern='loss=(?<loss>\S+)'}
     */
    @Parameter(property = "slurm.metricPattern")
    @Nullable
    String metricPattern;
}
