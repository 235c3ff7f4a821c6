package io.github.snapsweep.plugin.snapshot;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.SnapshotGoals;
import io.github.snapsweep.launch.SnapshotResult;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;

/** Captures the code on disk, staged, unstaged and untracked, as a commit on a branch of its own. HEAD, index and files stay as they are. For the plugins that run after it in the same build, ${snapshot.branch} is the branch and ${snapshot.commit} the commit. */
@Mojo(name = "create", requiresProject = false, aggregator = true, threadSafe = true)
public final class CreateGoal extends CaptureGoal {

    @Override
    protected SnapshotResult run(Configuration configuration) {
        SnapshotResult snapshot = new SnapshotGoals(projectFolder(), configuration.snapshot(), surroundings()).create();
        tellBuild(Map.of("snapshot.branch", snapshot.name(), "snapshot.commit", snapshot.commit()));
        return snapshot;
    }
}
