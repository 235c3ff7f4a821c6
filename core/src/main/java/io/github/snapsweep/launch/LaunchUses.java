package io.github.snapsweep.launch;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Command;
import io.github.snapsweep.slurm.SlurmClient;
import io.github.snapsweep.snapshot.LaunchLiveness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks after many launches. What cannot be found out is said, and stops nothing; and a Slurm that did not answer once is
 * not asked again, since each of its programs would be waited for.
 */
final class LaunchUses implements LaunchLiveness {

    private final LaunchRequest.Surroundings surroundings;
    private final LiveLaunches launches;
    private final Map<String, LaunchUse> known = new HashMap<>();
    private String notice = "";

    LaunchUses(Path project, LaunchRequest.Surroundings surroundings) {
        this.surroundings = surroundings;
        SlurmClient slurm = new SlurmClient(this::ask, surroundings.host(), project);
        this.launches = new LiveLaunches(new LaunchStates(slurm, surroundings.host()));
    }

    private Answer ask(Command command) throws IOException, InterruptedException {
        if (!notice.isEmpty()) {
            throw new IOException("Slurm gave no answer a moment ago");
        }
        return surroundings.runner().run(command);
    }

    @Override
    public boolean needs(String launch) {
        return of(launch).needed();
    }

    @Override
    public Optional<String> state(String launch) {
        LaunchUse use = of(launch);
        return use.known()
                ? Optional.of(use.summary() + (use.notice().isEmpty() ? "" : ": " + use.notice()))
                : Optional.empty();
    }

    LaunchUse of(String lock) {
        return known.computeIfAbsent(lock, this::look);
    }

    private LaunchUse look(String lock) {
        LaunchUse use = askAfter(lock);
        if (notice.isEmpty()) {
            notice = use.notice();
        }
        return use;
    }

    private LaunchUse askAfter(String lock) {
        try {
            return launches.use(lock);
        } catch (Problem e) {
            surroundings.progress().warn(e.getMessage());
            return LaunchUse.unknown(lock, lock + ": its record cannot be read");
        }
    }

    /** Why some states are not certain; empty when all are. */
    String notice() {
        return notice;
    }
}
