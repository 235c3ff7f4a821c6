package io.github.snapsweep.plugin.snapshot;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.launch.DiffResult;
import io.github.snapsweep.launch.SnapshotDiff;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows what a snapshot holds that its base, HEAD, the files on disk or another snapshot do not, exactly as {@code git diff} prints it. */
@Mojo(name = "diff", requiresProject = false, aggregator = true, threadSafe = true)
public final class DiffGoal extends ContentGoal {

    /**
     * The snapshot: its branch, its commit, or {@code latest}. Default: {@code latest}.
     *
     * <p>In a POM: {@code <name>slurm-job-20261123-142233</name>}
     * <br>On the command line: {@code -Dsnapshot.name=slurm-job-20261123-142233}
     */
    @Parameter(property = "snapshot.name")
    @Nullable
    String name;

    /**
     * What it is compared with: {@code base} (the commit that HEAD was when it was taken), {@code HEAD} (what HEAD is
     * now), {@code files} (what is on disk now), {@code latest}, another snapshot's name, or any commit. Applied to
     * that, what is shown gives the snapshot. Default: {@code base}.
     *
     * <p>In a POM: {@code <against>files</against>}
     * <br>On the command line: {@code -Dsnapshot.against=files}
     */
    @Parameter(property = "snapshot.against")
    @Nullable
    String against;

    /**
     * Whether only the lines that differ in each file are counted. Default: {@code false}.
     *
     * <p>In a POM: {@code <stat>true</stat>}
     * <br>On the command line: {@code -Dsnapshot.stat=true}
     */
    @Parameter(property = "snapshot.stat")
    @Nullable
    String stat;

    @Override
    protected DiffResult run(Configuration configuration) {
        return new SnapshotDiff(projectFolder(), configuration.snapshot(), surroundings(), output()).show();
    }
}
