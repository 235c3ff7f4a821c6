package io.github.snapsweep.faults;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.Sources;
import io.github.snapsweep.launch.Cancel;
import io.github.snapsweep.launch.LaunchFolder;
import io.github.snapsweep.launch.LaunchRequest;
import io.github.snapsweep.launch.LaunchStates;
import io.github.snapsweep.launch.Logs;
import io.github.snapsweep.launch.Rerun;
import io.github.snapsweep.launch.Retry;
import io.github.snapsweep.launch.Wait;
import io.github.snapsweep.progress.Output;
import io.github.snapsweep.report.ReportFile;
import io.github.snapsweep.report.ResultsReport;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What goals do with a launch that was made. */
enum Goal {
    STATUS,
    LOGS,
    RESULTS,
    REPORT,
    CANCEL,
    WAIT,
    RETRY,
    RERUN;

    private static final Output NOWHERE = new Output() {
        @Override
        public void show(Path file) {}

        @Override
        public OutputStream stream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public boolean hasColours() {
            return false;
        }
    };

    /**
     * Does it.
     *
     * @throws io.github.snapsweep.problem.Problem when it cannot be done, as the user is told
     */
    void run(Scene scene, Map<String, String> given) {
        Map<String, String> properties = new TreeMap<>(given);
        if (this == LOGS || this == RERUN) {
            properties.put("slurm.tasks", "1");
        }
        Path project = scene.git.root();
        Configuration settings = Configuration.read(new Sources(Map.of(), properties, project, "slurm"));
        LaunchRequest.Surroundings surroundings = Deed.surroundings(scene.host(), scene.said::add);
        String launch = settings.slurm().run().launch();
        switch (this) {
            case STATUS -> LaunchStates.of(project, surroundings).of(LaunchFolder.require(project, launch));
            case LOGS -> new Logs(project, settings.slurm(), surroundings, NOWHERE).show();
            case RESULTS -> new ResultsReport(project, settings.slurm(), surroundings, NOWHERE).show();
            case REPORT -> new ReportFile(project, settings, surroundings).write();
            case CANCEL -> new Cancel(project, settings.slurm(), surroundings).run();
            case WAIT ->
                Wait.of(project, launch, settings.slurm().chosen().waitAtMost(), surroundings)
                        .forAll();
            case RETRY -> new Retry(project, settings, properties, surroundings).run();
            case RERUN -> new Rerun(project, settings, surroundings, NOWHERE).run();
        }
    }
}
