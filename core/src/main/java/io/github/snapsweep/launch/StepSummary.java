package io.github.snapsweep.launch;

import io.github.snapsweep.progress.Span;
import java.util.stream.Collectors;

/** The summary of a launch as Markdown, for the page that GitHub shows of a workflow's run. */
final class StepSummary {

    private StepSummary() {}

    static String of(LaunchSummary summary) {
        StringBuilder text = new StringBuilder();
        text.append("### ").append(escaped(summary.launch())).append("\n\n");
        text.append(escaped(summary.states())).append("\n\n");
        summary.longest()
                .ifPresent(task -> text.append(Span.clock(summary.time()) + " in all, " + Span.clock(summary.mean())
                        + " on average, at most " + Span.clock(task.elapsed()) + " (task " + task.task() + ")\n\n"));
        if (!summary.failures().isEmpty()) {
            text.append("| task | what happened | the last line of its log |\n|---:|---|---|\n");
            summary.failures()
                    .forEach(failure -> text.append("| " + failure.task().task() + " | " + escaped(failure.reason())
                            + " | " + escaped(failure.lastLine()) + " |\n"));
            text.append(summary.leftOut() > 0 ? "\nand " + summary.leftOut() + " more\n" : "")
                    .append("\n    mvn slurm:logs -Dslurm.launch=" + summary.launch())
                    .append("\n    mvn slurm:retry -Dslurm.launch=" + summary.launch() + "\n\n");
        }
        return text.toString();
    }

    /** What programs and settings say is text: neither markup nor HTML, and one line. */
    static String escaped(String text) {
        return text.codePoints().mapToObj(StepSummary::escaped).collect(Collectors.joining());
    }

    private static String escaped(int character) {
        if (Character.isISOControl(character)) {
            return " ";
        }
        boolean plain = Character.isLetterOrDigit(character) || " ,;:.'%".indexOf(character) >= 0 || character > 127;
        return plain ? Character.toString(character) : "&#" + character + ";";
    }
}
