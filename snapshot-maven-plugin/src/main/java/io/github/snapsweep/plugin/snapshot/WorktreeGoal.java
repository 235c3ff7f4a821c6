package io.github.snapsweep.plugin.snapshot;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.SnapshotGoals;
import io.github.snapsweep.snapshot.Worktree;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Makes the linked worktree of a snapshot, with your output folders linked back into it; or finds the one that is there. */
@Mojo(name = "worktree", requiresProject = false, aggregator = true, threadSafe = true)
public final class WorktreeGoal extends SnapshotGoal {

    /**
     * The snapshot: its branch, its commit, or {@code latest}. Default: {@code latest}.
     *
     * <p>In a POM: {@code <name>slurm-job-20261123-142233</name>}
     * <br>On the command line: {@code -Dsnapshot.name=slurm-job-20261123-142233}
     */
    @Parameter(property = "snapshot.name")
    @Nullable
    String name;

    @Override
    protected Worktree run(Configuration configuration) {
        return new SnapshotGoals(projectFolder(), configuration.snapshot(), surroundings()).worktree();
    }
}
