package io.github.snapsweep.plugin.slurm;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.Logs;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows what tasks printed: those of {@code tasks} or {@code states}; without either, all that did not end well, or the only one there is. */
@Mojo(name = "logs", requiresProject = false, aggregator = true, threadSafe = true)
public final class LogsGoal extends ChosenTasksGoal {

    /**
     * Whether the goal shows what is added to the log of one task until that ends. Default: {@code false}.
     *
     * <p>In a POM: {@code <follow>true</follow>}
     * <br>On the command line: {@code -Dslurm.follow=true}
     */
    @Parameter(property = "slurm.follow")
    @Nullable
    String follow;

    /**
     * How many of the last lines are shown. Default: all.
     *
     * <p>In a POM: {@code <lines>100</lines>}
     * <br>On the command line: {@code -Dslurm.lines=100}
     */
    @Parameter(property = "slurm.lines")
    @Nullable
    String lines;

    /**
     * Which attempt is shown: 1 is the launch itself, 2 its first retry. Default: each task's last.
     *
     * <p>In a POM: {@code <attempt>1</attempt>}
     * <br>On the command line: {@code -Dslurm.attempt=1}
     */
    @Parameter(property = "slurm.attempt")
    @Nullable
    String attempt;

    @Override
    protected ShownLogs run(Configuration configuration) {
        return new ShownLogs(new Logs(projectFolder(), configuration.slurm(), surroundings(), output()).show());
    }

    /**
     * What the goal shows.
     *
     * @param logs the logs of each task that was chosen
     */
    record ShownLogs(List<Logs.ShownLog> logs) {
        ShownLogs {
            logs = List.copyOf(logs);
        }
    }
}
