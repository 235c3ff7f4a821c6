package io.github.snapsweep.report;

import io.github.snapsweep.launch.Attempt;
import io.github.snapsweep.launch.LaunchDiff;
import io.github.snapsweep.launch.LaunchRecord;
import io.github.snapsweep.launch.Part;
import io.github.snapsweep.process.ShellWords;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.results.LaunchResults;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What ran, as the page's template takes it: names and texts. */
final class ReportFacts {

    private static final int MOST_FAULTS = 100;
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z", Locale.ROOT);

    private final LaunchResults results;
    private final LaunchRecord launch;
    private final LaunchDiff diff;

    ReportFacts(LaunchResults results, LaunchDiff diff) {
        this.results = results;
        this.launch = results.status().launch();
        this.diff = diff;
    }

    /** A name and what it is. */
    record Fact(String name, String value) {}

    /** A round of sending tasks. */
    record Round(int number, String when, String by, String tasks, String sent) {}

    Map<String, Object> values(Path page, Instant now) {
        return Map.ofEntries(
                Map.entry("launch", launch.launch()),
                Map.entry("tasks", Counted.of(launch.tasks(), "task")),
                Map.entry("summary", results.status().summary()),
                Map.entry("isRunning", !results.status().hasEnded()),
                Map.entry("when", time(launch.created())),
                Map.entry("now", time(now)),
                Map.entry("version", launch.version()),
                Map.entry("notices", notices()),
                Map.entry("faults", limited(results.faults())),
                Map.entry("code", code()),
                Map.entry("command", command()),
                Map.entry("sweep", String.join("\n", launch.sweep())),
                Map.entry("rounds", launch.attempts().stream().map(this::round).toList()),
                Map.entry("changed", launch.code().changed().size()),
                Map.entry("paths", limited(launch.code().changed())),
                Map.entry("files", ReportDiff.files(diff.text())),
                Map.entry("isCut", diff.isCut()),
                Map.entry("hidden", String.join(", ", diff.hidden())),
                Map.entry("noDiff", diff.notice()),
                Map.entry("settings", settings()),
                Map.entry("silence", results.silence()),
                Map.entry("outputs", new ReportLinks(page).to(results.folder().outputs()) + "/"),
                Map.entry("record", new ReportLinks(page).to(results.folder().recordFile())));
    }

    private List<String> notices() {
        return Stream.of(results.status().notice())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<String> limited(List<String> all) {
        if (all.size() <= MOST_FAULTS) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, MOST_FAULTS));
        some.add("and " + (all.size() - MOST_FAULTS) + " more");
        return some;
    }

    private List<Fact> code() {
        LaunchRecord.Code code = launch.code();
        return Stream.of(
                        new Fact("snapshot", code.snapshot() == null ? "none: the live tree ran" : code.snapshot()),
                        new Fact("commit", code.commit() == null ? "" : code.commit()),
                        new Fact("base", code.base() == null ? "" : code.base()),
                        new Fact("branch", code.branch() == null ? "" : code.branch()),
                        new Fact("pushed", code.pushed()),
                        new Fact("carried", carried(code.carried().size())),
                        new Fact("directory", code.directory().toString()),
                        new Fact("submitted", "by " + launch.user() + " on " + launch.host()))
                .filter(fact -> !fact.value.isEmpty())
                .toList();
    }

    private static String carried(int paths) {
        return paths == 0 ? "" : Counted.of(paths, "path") + " that git ignores, as the record has them";
    }

    private String command() {
        return launch.command().size() == 1 ? launch.command().get(0) : ShellWords.join(launch.command());
    }

    private Round round(Attempt attempt) {
        List<String> sent = attempt.parts().stream()
                .map(Part::sbatch)
                .flatMap(Stream::ofNullable)
                .toList();
        return new Round(
                attempt.number(),
                time(attempt.when()),
                attempt.executor().name().toLowerCase(Locale.ROOT) + " from " + attempt.host(),
                attempt.tasks(),
                String.join("\n", limited(sent)));
    }

    private List<SettingsReport.ShownSetting> settings() {
        return launch.settings().stream()
                .map(setting -> new SettingsReport.ShownSetting(
                        setting.key(), SettingsReport.shown(setting.key(), setting.value()), setting.from()))
                .toList();
    }

    private static String time(Instant when) {
        return SECOND.format(when.atZone(ZoneId.systemDefault()));
    }
}
