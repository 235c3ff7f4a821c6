package io.github.snapsweep.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import io.github.snapsweep.launch.LaunchUse;
import io.github.snapsweep.launch.ListedSnapshot;
import io.github.snapsweep.launch.SnapshotList;
import io.github.snapsweep.progress.Age;
import io.github.snapsweep.progress.Counted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Snapshots as a table, newest first, and no more lines than a screen has. */
final class SnapshotTable {

    private static final int MOST_LINES = 40;
    private static final int MOST_LAUNCHES = 3;
    private static final int COMMIT_DIGITS = 12;

    private SnapshotTable() {}

    /** The lines of the table, and how many snapshots it leaves out. */
    static List<String> lines(SnapshotList list) {
        List<ListedSnapshot> all = list.snapshots();
        List<ListedSnapshot> shown = all.subList(0, Math.min(MOST_LINES, all.size()));
        String table = AsciiTable.getTable(
                AsciiTable.NO_BORDERS,
                shown,
                List.of(
                        column("snapshot").with(ListedSnapshot::name),
                        column("age").with(snapshot -> Age.of(Duration.between(snapshot.created(), list.listed()))),
                        column("commit").with(snapshot -> shortened(snapshot.commit())),
                        column("base").with(SnapshotTable::base),
                        column("differs").with(ListedSnapshot::difference),
                        column("worktree").with(snapshot -> worktrees(snapshot, list.worktreeFolder())),
                        column("launches").with(SnapshotTable::launches)));
        List<String> lines =
                new ArrayList<>(table.lines().map(String::stripTrailing).toList());
        if (all.size() > shown.size()) {
            lines.add("and " + (all.size() - shown.size()) + " older  (all of them: -Dsnapshot.resultFile=FILE)");
        }
        return lines;
    }

    private static Column column(String header) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(Integer.MAX_VALUE, OverflowBehaviour.NEWLINE);
    }

    private static String base(ListedSnapshot snapshot) {
        String base = snapshot.base();
        if (base == null) {
            return snapshot.baseBranch() + ", no commit";
        }
        return shortened(base) + (snapshot.baseBranch().equals("HEAD") ? "" : " " + snapshot.baseBranch());
    }

    private static String shortened(String commit) {
        return commit.substring(0, COMMIT_DIGITS);
    }

    /** Their names, and where one is elsewhere its whole path. */
    private static String worktrees(ListedSnapshot snapshot, Path folder) {
        return snapshot.worktrees().stream()
                .map(ListedSnapshot.Place::path)
                .map(path -> path.startsWith(folder) ? folder.relativize(path) : path)
                .map(Path::toString)
                .collect(Collectors.joining(", "));
    }

    private static String launches(ListedSnapshot snapshot) {
        List<LaunchUse> launches = snapshot.launches();
        if (launches.size() > MOST_LAUNCHES) {
            int live = launches.stream().mapToInt(LaunchUse::liveTasks).sum();
            return launches.size() + " launches, " + (live == 0 ? "none live" : Counted.of(live, "live task"));
        }
        return launches.stream().map(LaunchUse::summary).collect(Collectors.joining("; "));
    }
}
