package io.github.snapsweep.launch;

import io.github.snapsweep.progress.Span;
import java.util.ArrayList;
import java.util.List;

/** The summary of a launch as lines of a log. */
final class SummaryLines {

    private SummaryLines() {}

    static List<String> of(LaunchSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add("summary of launch " + summary.launch());
        lines.add("  tasks    " + summary.states());
        summary.longest()
                .ifPresent(task -> lines.add("  time     " + Span.clock(summary.time()) + " in all, "
                        + Span.clock(summary.mean()) + " on average, at most " + Span.clock(task.elapsed()) + " (task "
                        + task.task() + ")"));
        for (LaunchSummary.Failure failure : summary.failures()) {
            lines.add("  failed   task " + failure.task().task() + ": " + failure.reason());
            if (!failure.lastLine().isEmpty()) {
                lines.add("             " + failure.lastLine());
            }
            failure.log().ifPresent(log -> lines.add("             " + log));
        }
        if (summary.leftOut() > 0) {
            lines.add("           and " + summary.leftOut() + " more");
        }
        lines.add("  outputs  " + summary.outputs());
        lines.add("  next     " + next(summary));
        return lines;
    }

    private static String next(LaunchSummary summary) {
        String launch = " -Dslurm.launch=" + summary.launch();
        return summary.failed() > 0 ? "mvn slurm:logs" + launch : "mvn slurm:results" + launch;
    }
}
