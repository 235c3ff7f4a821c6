package io.github.snapsweep.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.github.snapsweep.launch.LaunchListing;
import io.github.snapsweep.launch.LaunchRequest;
import io.github.snapsweep.launch.LaunchStatus;
import io.github.snapsweep.launch.LaunchesAbove;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Shows the launches of a project as a table. */
public final class LaunchListReport {

    private static final int LONGEST_SWEEP = 50;
    private static final int COMMIT_DIGITS = 12;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Path project;
    private final LaunchRequest.Surroundings surroundings;

    public LaunchListReport(Path project, LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.surroundings = surroundings;
    }

    /** Shows them, newest first, and returns them. */
    public List<LaunchStatus> show() {
        List<LaunchStatus> launches = new LaunchListing(project, surroundings).all();
        if (launches.isEmpty()) {
            surroundings
                    .progress()
                    .info("there is no launch in " + project
                            + LaunchesAbove.of(project)
                                    .map(above -> ": the launches are in " + above)
                                    .orElse(" yet"));
            return launches;
        }
        launches.stream()
                .map(LaunchStatus::notice)
                .filter(notice -> !notice.isEmpty())
                .findFirst()
                .ifPresent(surroundings.progress()::warn);
        AsciiTable.getTable(
                        AsciiTable.NO_BORDERS,
                        launches,
                        List.of(
                                left("launch").with(launch -> launch.launch().launch()),
                                left("when")
                                        .with(launch -> MINUTE.format(
                                                launch.launch().created().atZone(ZoneId.systemDefault()))),
                                left("tasks").with(LaunchStatus::summary),
                                left("commit").with(LaunchListReport::commit),
                                left("sweep").with(LaunchListReport::sweep)))
                .lines()
                .map(String::stripTrailing)
                .forEach(surroundings.progress()::info);
        return launches;
    }

    private static Column left(String header) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(200);
    }

    private static String commit(LaunchStatus launch) {
        String commit = launch.launch().code().commit();
        return commit == null ? "live tree" : commit.substring(0, COMMIT_DIGITS);
    }

    private static String sweep(LaunchStatus launch) {
        String sweep = String.join("; ", launch.launch().sweep()).replaceAll("\\s+", " ");
        return sweep.length() <= LONGEST_SWEEP ? sweep : sweep.substring(0, LONGEST_SWEEP - 3) + "...";
    }
}
