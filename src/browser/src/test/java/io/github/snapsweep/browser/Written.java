package io.github.snapsweep.browser;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.Sources;
import io.github.snapsweep.launch.LaunchRequest;
import io.github.snapsweep.process.CommandRunner;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.progress.ShownProgress;
import io.github.snapsweep.progress.StepDisplay;
import io.github.snapsweep.report.ReportFile;
import java.nio.file.Path;
import java.util.Map;

/** Projects whose launches are reported on, by the core itself. */
final class Written {

    private Written() {}

    static Path report(Path project, CommandRunner runner) {
        return new ReportFile(project, settings(project, Map.of()), surroundings(runner))
                .write()
                .file();
    }

    static Configuration settings(Path project, Map<String, String> properties) {
        return Configuration.read(new Sources(Map.of(), properties, project, "slurm"));
    }

    static LaunchRequest.Surroundings surroundings(CommandRunner runner) {
        Host host = Host.current();
        return new LaunchRequest.Surroundings(
                host, runner, new ShownProgress(line -> {}, line -> {}, StepDisplay.NONE));
    }
}
