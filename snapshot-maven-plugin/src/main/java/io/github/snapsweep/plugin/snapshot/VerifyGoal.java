package io.github.snapsweep.plugin.snapshot;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.SnapshotVerification;
import io.github.snapsweep.launch.VerifyResult;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Proves on your own repository that a snapshot of it holds what {@code git add -A} would, that it can be checked out and captured again without a difference, and that nothing of yours changes. Makes no snapshot. */
@Mojo(name = "verify", requiresProject = false, aggregator = true, threadSafe = true)
public final class VerifyGoal extends ContentGoal {

    /**
     * A snapshot to verify too: its branch, its commit, or {@code latest}. All its objects must be there, and its
     * worktree, if it has one, must hold nothing else. Default: none.
     *
     * <p>In a POM: {@code <name>slurm-job-20261123-142233</name>}
     * <br>On the command line: {@code -Dsnapshot.name=slurm-job-20261123-142233}
     */
    @Parameter(property = "snapshot.name")
    @Nullable
    String name;

    @Override
    protected VerifyResult run(Configuration configuration) {
        return new SnapshotVerification(projectFolder(), configuration.snapshot(), surroundings()).verify();
    }
}
