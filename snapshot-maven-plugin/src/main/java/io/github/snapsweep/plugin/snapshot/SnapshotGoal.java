package io.github.snapsweep.plugin.snapshot;

import io.github.snapsweep.maven.Goal;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals of this plugin can be told. */
abstract class SnapshotGoal extends Goal {

    /**
     * Whether the goal does nothing. Default: {@code false}.
     *
     * <p>In a POM: {@code <skip>true</skip>}
     * <br>On the command line: {@code -Dsnapshot.skip=true}
     */
    @Parameter(property = "snapshot.skip")
    @Nullable
    String skip;

    /**
     * A file for what happened, as JSON, relative to the project. Default: none.
     *
     * <p>In a POM: {@code <resultFile>target/snapshot.json</resultFile>}
     * <br>On the command line: {@code -Dsnapshot.resultFile=target/snapshot.json}
     */
    @Parameter(property = "snapshot.resultFile")
    @Nullable
    String resultFile;

    /**
     * What the branches of snapshots begin with; {@code -YYYYMMDD-HHMMSS} (UTC) follows. Default: {@code slurm-job}.
     *
     * <p>In a POM: {@code <branchPrefix>release</branchPrefix>}
     * <br>On the command line: {@code -Dsnapshot.branchPrefix=release}
     */
    @Parameter(property = "snapshot.branchPrefix")
    @Nullable
    String branchPrefix;

    /**
     * Where the branches live: {@code refs/heads/}, or {@code refs/snapshots/}, which no fetch and no {@code git
     * branch} shows. Default: {@code refs/heads/}.
     *
     * <p>In a POM: {@code <namespace>refs/snapshots/</namespace>}
     * <br>On the command line: {@code -Dsnapshot.namespace=refs/snapshots/}
     */
    @Parameter(property = "snapshot.namespace")
    @Nullable
    String namespace;

    /**
     * The output folders, relative to the project: snapshots leave them out, and worktrees have them as links to
     * yours. Default: {@code outputs, multirun, .slurm}.
     *
     * <p>In a POM: {@code <symlinkPaths><path>outputs</path><path>logs</path></symlinkPaths>}
     * <br>On the command line: {@code -Dsnapshot.symlinkPaths=outputs,logs}
     */
    @Parameter(property = "snapshot.symlinkPaths")
    @Nullable
    List<String> symlinkPaths;

    /**
     * The folder that worktrees are made in. Default: {@code <repository>.worktrees}, beside the repository.
     *
     * <p>In a POM: {@code <worktreeDir>/scratch/me/worktrees</worktreeDir>}
     * <br>On the command line: {@code -Dsnapshot.worktreeDir=/scratch/me/worktrees}
     */
    @Parameter(property = "snapshot.worktreeDir")
    @Nullable
    String worktreeDir;
}
