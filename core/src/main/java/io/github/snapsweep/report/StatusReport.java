package io.github.snapsweep.report;

import io.github.snapsweep.launch.LaunchFolder;
import io.github.snapsweep.launch.LaunchRequest;
import io.github.snapsweep.launch.LaunchStates;
import io.github.snapsweep.launch.LaunchStatus;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.slurm.SlurmClient;
import java.nio.file.Path;
import java.util.Locale;

/** Shows what became of a launch. */
public final class StatusReport {

    private final Path project;
    private final LaunchRequest.Surroundings surroundings;

    public StatusReport(Path project, LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.surroundings = surroundings;
    }

    /**
     * Shows a launch.
     *
     * @param launch its name, the beginning of its name, or {@code latest}
     * @throws io.github.snapsweep.problem.Problem when there is none, or more than one
     */
    public LaunchStatus show(String launch) {
        Progress progress = surroundings.progress();
        LaunchFolder folder = LaunchFolder.require(project, launch);
        SlurmClient slurm = new SlurmClient(surroundings.runner(), surroundings.host(), project);
        LaunchStatus status = new LaunchStates(slurm, surroundings.host()).of(folder);
        String commit = status.launch().code().commit();
        progress.info("launch " + folder.id() + ", "
                + status.launch().latest().executor().name().toLowerCase(Locale.ROOT) + ", "
                + (commit == null ? "of the live tree" : "of commit " + commit.substring(0, 12)));
        progress.info(Counted.of(status.launch().tasks(), "task") + ": " + status.summary());
        if (!status.notice().isEmpty()) {
            progress.warn(status.notice());
        }
        StatusTable.lines(status).forEach(progress::info);
        progress.info("outputs: " + folder.outputs());
        progress.info("logs:    " + folder.logs());
        return status;
    }
}
