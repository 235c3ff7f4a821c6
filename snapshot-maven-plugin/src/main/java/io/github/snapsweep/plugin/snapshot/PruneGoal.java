package io.github.snapsweep.plugin.snapshot;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.PruneResult;
import io.github.snapsweep.launch.SnapshotPruning;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Removes old snapshots with their worktrees, worktrees whose snapshot is gone, and what of old launches nothing can use any more; never what a launch needs or may need, nor work that is in no snapshot, nor outputs unless told so. Without a rule it only says what could go, and why the others would stay. */
@Mojo(name = "prune", requiresProject = false, aggregator = true, threadSafe = true)
public final class PruneGoal extends SnapshotGoal {

    /**
     * How many of the snapshots that were used last stay, and of the launches. Default: no such rule.
     *
     * <p>In a POM: {@code <keepLast>20</keepLast>}
     * <br>On the command line: {@code -Dsnapshot.keepLast=20}
     */
    @Parameter(property = "snapshot.keepLast")
    @Nullable
    String keepLast;

    /**
     * How long ago a snapshot must have been taken, and run by a launch, to go: {@code 12h}, {@code 30d}. Default: no such
     * rule.
     *
     * <p>In a POM: {@code <olderThan>30d</olderThan>}
     * <br>On the command line: {@code -Dsnapshot.olderThan=30d}
     */
    @Parameter(property = "snapshot.olderThan")
    @Nullable
    String olderThan;

    /**
     * Whether the branches at the remote go too: each that is there as it was pushed. Where the remote cannot be reached, the
     * snapshots stay for the next time. Default: {@code false}.
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
     * What of a launch goes that is old by the same rules, has ended, and whose snapshot is gone or goes: {@code keep}
     * (nothing), {@code classpath} (its frozen class path), {@code logs} (its logs and reruns too), {@code records} (all of
     * {@code .slurm/<launch>}), {@code outputs} (also its folder in {@code multirun}). Default: {@code classpath}.
     *
     * <p>In a POM: {@code <launches>logs</launches>}
     * <br>On the command line: {@code -Dsnapshot.launches=logs}
     */
    @Parameter(property = "snapshot.launches")
    @Nullable
    String launches;

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
    protected PruneResult run(Configuration configuration) {
        return new SnapshotPruning(projectFolder(), configuration.snapshot(), surroundings()).prune();
    }
}
