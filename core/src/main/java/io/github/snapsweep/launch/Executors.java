package io.github.snapsweep.launch;

import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.slurm.SlurmClient;
import java.nio.file.Path;

/** Makes executors. */
final class Executors {

    private Executors() {}

    static Executor of(
            ExecutorKind kind, SlurmSettings settings, Path project, LaunchRequest.Surroundings surroundings) {
        SlurmClient client = new SlurmClient(surroundings.runner(), surroundings.host(), project);
        AfterLaunch after = new AfterLaunch(settings.after(), project, new LaunchStates(client, surroundings.host()));
        return switch (kind) {
            case SLURM -> new SlurmExecutor(client, settings, after, surroundings.progress(), Pauses.USUAL);
            case LOCAL ->
                new LocalExecutor(
                        surroundings.host(),
                        surroundings.progress(),
                        settings.executor().parallelism(),
                        settings.job().stderrToStdout(),
                        after);
        };
    }
}
