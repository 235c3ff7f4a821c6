package io.github.snapsweep.plugin.slurm;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.report.SettingsReport;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows each setting that holds, and who set it: the POM with its line and profile, the YAML file with its line, {@code -D}, or nobody. */
@Mojo(name = "config", requiresProject = false, aggregator = true, threadSafe = true)
public final class ConfigGoal extends SlurmGoal {

    @Override
    protected boolean readsSettingsOfAllGoals() {
        return true;
    }

    @Override
    protected ShownSettings run(Configuration configuration) {
        return new ShownSettings(
                new SettingsReport(configuration, surroundings().progress()).show());
    }

    /**
     * What the goal shows.
     *
     * @param settings each setting that has a value
     */
    record ShownSettings(List<SettingsReport.ShownSetting> settings) {
        ShownSettings {
            settings = List.copyOf(settings);
        }
    }
}
