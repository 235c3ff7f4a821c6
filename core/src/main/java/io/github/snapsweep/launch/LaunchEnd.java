package io.github.snapsweep.launch;

import io.github.snapsweep.problem.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Tells how a launch ended: in the log, and where the pipeline that it ran in shows it. */
final class LaunchEnd {

    /** The file whose Markdown GitHub shows of a workflow's run. */
    private static final String GITHUB = "GITHUB_STEP_SUMMARY";

    private static final String GITLAB = "GITLAB_CI";

    private final LaunchRequest.Surroundings surroundings;

    LaunchEnd(LaunchRequest.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    void tell(LaunchFolder folder, LaunchStatus status) {
        LaunchSummary summary = LaunchSummary.of(folder, status);
        SummaryLines.of(summary).forEach(surroundings.progress()::info);
        Map<String, String> environment = surroundings.host().environment();
        try {
            String page = environment.getOrDefault(GITHUB, "");
            if (!page.isEmpty()) {
                Files.writeString(
                        Path.of(page), StepSummary.of(summary), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            if (!environment.getOrDefault(GITLAB, "").isEmpty()) {
                new TestReport(status, summary).write(folder.testReport());
            }
        } catch (IOException e) {
            surroundings.progress().warn("the pipeline has no summary of launch " + folder.id() + ": " + Reason.of(e));
        }
    }
}
