package io.github.snapsweep.report;

import io.github.snapsweep.launch.LaunchRequest;
import io.github.snapsweep.launch.SnapshotList;
import io.github.snapsweep.launch.SnapshotListing;
import io.github.snapsweep.progress.Progress;

/** Shows the snapshots of a repository. */
public final class SnapshotListReport {

    private final Progress progress;

    public SnapshotListReport(LaunchRequest.Surroundings surroundings) {
        this.progress = surroundings.progress();
    }

    /** Shows a list, and hands it on. */
    public SnapshotList show(SnapshotListing listing) {
        SnapshotList list = listing.list();
        if (list.snapshots().isEmpty()) {
            progress.info("there is no snapshot here whose branch begins with '" + list.prefix() + "-'");
            progress.info("make one:  mvn snapshot:create   or name another prefix:  -Dsnapshot.branchPrefix=PREFIX");
            return list;
        }
        if (!list.notice().isEmpty()) {
            progress.warn(list.notice());
        }
        SnapshotTable.lines(list).forEach(progress::info);
        if (list.snapshots().stream().anyMatch(snapshot -> !snapshot.worktrees().isEmpty())) {
            progress.info("worktrees are in " + list.worktreeFolder());
        }
        progress.info("what one holds:  mvn snapshot:diff -Dsnapshot.name="
                + list.snapshots().get(0).name());
        return list;
    }
}
