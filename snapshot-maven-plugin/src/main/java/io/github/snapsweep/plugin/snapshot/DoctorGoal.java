package io.github.snapsweep.plugin.snapshot;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.Doctor;
import io.github.snapsweep.launch.DoctorResult;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Finds what killed processes, moved folders and deleted files have left: locks of launches that are over, half-made worktrees, lost links, records, temporary files. Tells how to mend it, or mends it. */
@Mojo(name = "doctor", requiresProject = false, aggregator = true, threadSafe = true)
public final class DoctorGoal extends SnapshotGoal {

    /**
     * Whether it is mended, where that loses nothing; else it is only told. Default: {@code false}.
     *
     * <p>In a POM: {@code <fix>true</fix>}
     * <br>On the command line: {@code -Dsnapshot.fix=true}
     */
    @Parameter(property = "snapshot.fix")
    @Nullable
    String fix;

    @Override
    protected DoctorResult run(Configuration configuration) {
        return new Doctor(projectFolder(), configuration.snapshot(), surroundings()).examine();
    }
}
