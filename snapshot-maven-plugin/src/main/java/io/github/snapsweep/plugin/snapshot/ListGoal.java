package io.github.snapsweep.plugin.snapshot;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.SnapshotList;
import io.github.snapsweep.launch.SnapshotListing;
import io.github.snapsweep.report.SnapshotListReport;
import org.apache.maven.plugins.annotations.Mojo;

/** Lists the snapshots, newest first: age, base, what differs from it, worktrees, and the launches that run from them. */
@Mojo(name = "list", requiresProject = false, aggregator = true, threadSafe = true)
public final class ListGoal extends SnapshotGoal {

    @Override
    protected SnapshotList run(Configuration configuration) {
        return new SnapshotListReport(surroundings())
                .show(new SnapshotListing(projectFolder(), configuration.snapshot(), surroundings()));
    }
}
