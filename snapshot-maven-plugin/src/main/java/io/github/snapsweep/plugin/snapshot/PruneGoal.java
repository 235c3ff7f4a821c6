package io.github.snapsweep.plugin.snapshot;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.SnapshotGoals;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Removes old snapshots and their worktrees; never what a launch still needs, nor work that is in no snapshot. Without a rule it only says what there is. */
@Mojo(name = "prune", requiresProject = false, aggregator = true, threadSafe = true)
public final class PruneGoal extends SnapshotGoal {

    /**
     * How many of the newest snapshots stay. Default: no such rule.
     *
     * <p>In a POM: {@code <keepLast>20</keepLast>}
     * <br>On the command line: {@code -Dsnapshot.keepLast=20}
     */
    @Parameter(property = "snapshot.keepLast")
    @Nullable
    String keepLast;

    /**
     * How old a snapshot must be to go: {@code 12h}, {@code 30d}. Default: no such rule.
     *
     * <p>In a POM: {@code <olderThan>30d</olderThan>}
     * <br>On the command line: {@code -Dsnapshot.olderThan=30d}
     */
    @Parameter(property = "snapshot.olderThan")
    @Nullable
    String olderThan;

    /**
     * Whether the branches at the remote go too. Default: {@code false}.
     *
     * <p>In a POM: {@code <remoteBranches>true</remoteBranches>}
     * <br>On the command line: {@code -Dsnapshot.remoteBranches=true}
     */
    @Parameter(property = "snapshot.remoteBranches")
    @Nullable
    String remoteBranches;

    /**
     * The remote that has them. Default: {@code origin}.
     *
     * <p>In a POM: {@code <remote>backup</remote>}
     * <br>On the command line: {@code -Dsnapshot.remote=backup}
     */
    @Parameter(property = "snapshot.remote")
    @Nullable
    String remote;

    /**
     * Whether only what would go, and why the others stay, is shown. Default: {@code false}.
     *
     * <p>In a POM: {@code <dryRun>true</dryRun>}
     * <br>On the command line: {@code -Dsnapshot.dryRun=true}
     */
    @Parameter(property = "snapshot.dryRun")
    @Nullable
    String dryRun;

    @Override
    protected SnapshotGoals.PruneResult run(Configuration configuration) {
        return new SnapshotGoals(projectFolder(), configuration.snapshot(), surroundings()).prune();
    }
}
