package io.github.snapsweep.launch;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.process.CommandRunner;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.progress.Progress;
import java.nio.file.Path;

/**
 * What to launch, and where from.
 *
 * @param project the project's folder
 * @param name what the project is called: the launch's name where no setting says another
 * @param configuration the settings
 * @param classpath tells the project's class path; asked only when a class is to run
 * @param surroundings the machine
 */
public record LaunchRequest(
        Path project, String name, Configuration configuration, ProjectClasspath classpath, Surroundings surroundings) {

    /**
     * The machine that a launch is made on.
     *
     * @param host what of it counts
     * @param runner starts git and Slurm's programs
     * @param progress is told what happens
     */
    public record Surroundings(Host host, CommandRunner runner, Progress progress) {}

    String launchName() {
        return configuration.slurm().job().name().orElse(name);
    }
}
