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
        LaunchStates states = new LaunchStates(client, surroundings.host());
        AfterLaunch after = new AfterLaunch(settings.after(), project, states);
        return switch (kind) {
            case SLURM -> new SlurmExecutor(client, settings, after, surroundings.progress(), Pauses.USUAL);
            case LOCAL -> new LocalExecutor(surroundings, settings, states, after);
        };
    }
}
