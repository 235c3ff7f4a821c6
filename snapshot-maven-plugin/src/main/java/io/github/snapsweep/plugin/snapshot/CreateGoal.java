package io.github.snapsweep.plugin.snapshot;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.SnapshotGoals;
import org.apache.maven.plugins.annotations.Mojo;

/** Captures the code on disk, staged, unstaged and untracked, as a commit on a branch of its own. HEAD, index and files stay as they are. */
@Mojo(name = "create", requiresProject = false, aggregator = true, threadSafe = true)
public final class CreateGoal extends CaptureGoal {

    @Override
    protected Object run(Configuration configuration) {
        return new SnapshotGoals(projectFolder(), configuration.snapshot(), surroundings()).create();
    }
}
