package io.github.snapsweep.launch;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.slurm.SbatchOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of a launch as it recorded them, for its next attempt. What its script and its points were made of is not
 * among them: these stay as they are.
 */
final class RecordedSettings {

    /** How tasks are sent: these may be said anew. What they wait for is not sent again. */
    private static final Set<String> SENDING = Stream.concat(
                    Stream.of(
                            "name",
                            "comment",
                            "arrayParallelism",
                            "parallelism",
                            "tasksPerJob",
                            "stderrToStdout",
                            "maxNumTimeout",
                            "signalDelayS",
                            "patienceS",
                            "buildOn"),
                    Arrays.stream(SbatchOption.values())
                            .filter(option -> option != SbatchOption.DEPENDENCY)
                            .map(SbatchOption::setting))
            .map(name -> "slurm." + name)
            .collect(Collectors.toUnmodifiableSet());

    /** What tasks are: fixed when the launch was made. */
    private static final Set<String> FIXED = Stream.of(
                    "command",
                    "script",
                    "mainClass",
                    "arguments",
                    "jvmArgs",
                    "java",
                    "sweep",
                    "sweepFile",
                    "sweepExclude",
                    "only",
                    "setup",
                    "teardown",
                    "useSrun",
                    "srunArgs",
                    "module",
                    "classpathScope",
                    "build",
                    "carry",
                    "isolation")
            .map(name -> "slurm." + name)
            .collect(Collectors.toUnmodifiableSet());

    private static final String ADDITIONAL = "slurm.additionalParameters.";
    private static final String BUILD_PARAMETERS = "slurm.buildParameters.";
    private static final String ENVIRONMENT = "slurm.env.";
    private static final String SYSTEM_PROPERTIES = "slurm.systemPropertyVariables.";

    private final LaunchRecord launch;

    RecordedSettings(LaunchRecord launch) {
        this.launch = launch;
    }

    /**
     * The settings, with what the command line says over them.
     *
     * @throws io.github.snapsweep.problem.Problem when that would change what the tasks are, or is wrong
     */
    SlurmSettings with(Map<String, String> userProperties, Path project) {
        Set<String> refused = new TreeSet<>(userProperties.keySet());
        refused.removeIf(key -> !FIXED.contains(key)
                && !key.equals("sweep")
                && !key.startsWith(ENVIRONMENT)
                && !key.startsWith(SYSTEM_PROPERTIES));
        if (!refused.isEmpty()) {
            throw LaunchProblems.fixedSettings(refused);
        }
        Map<String, String> recorded = new LinkedHashMap<>();
        launch.settings().stream()
                .filter(setting -> SENDING.contains(setting.key())
                        || setting.key().startsWith(ADDITIONAL)
                        || setting.key().startsWith(BUILD_PARAMETERS))
                .forEach(setting -> recorded.put(setting.key(), setting.value()));
        return Configuration.replay(recorded, userProperties, project).slurm();
    }
}
