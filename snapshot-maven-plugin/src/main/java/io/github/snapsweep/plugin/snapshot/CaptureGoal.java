package io.github.snapsweep.plugin.snapshot;

import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** How a capture is kept, and where it is published. */
abstract class CaptureGoal extends ContentGoal {

    /**
     * Whether the snapshot's branch is pushed; a push that fails is a warning. Default: {@code true}.
     *
     * <p>In a POM: {@code <pushToRemote>false</pushToRemote>}
     * <br>On the command line: {@code -Dsnapshot.pushToRemote=false}
     */
    @Parameter(property = "snapshot.pushToRemote")
    @Nullable
    String pushToRemote;

    /**
     * The remote to push to. Default: {@code origin}.
     *
     * <p>In a POM: {@code <remote>backup</remote>}
     * <br>On the command line: {@code -Dsnapshot.remote=backup}
     */
    @Parameter(property = "snapshot.remote")
    @Nullable
    String remote;

    /**
     * How long a push may take: {@code 90s}, {@code 2m}. Default: {@code 60s}.
     *
     * <p>In a POM: {@code <pushTimeout>2m</pushTimeout>}
     * <br>On the command line: {@code -Dsnapshot.pushTimeout=2m}
     */
    @Parameter(property = "snapshot.pushTimeout")
    @Nullable
    String pushTimeout;

    /**
     * Whether a snapshot with the same tree and base is taken again instead of making another. Default: {@code
     * true}.
     *
     * <p>In a POM: {@code <reuse>false</reuse>}
     * <br>On the command line: {@code -Dsnapshot.reuse=false}
     */
    @Parameter(property = "snapshot.reuse")
    @Nullable
    String reuse;

    /**
     * What goes when the last task of a launch has ended, however it ended: {@code false} (nothing, until it is pruned), {@code
     * true} (its worktree), {@code branch} (also the snapshot's branch here: such a launch can be retried until git gc takes its commit). What somebody
     * else needs stays, and a worktree with work in it. Default: {@code false}.
     *
     * <p>In a POM: {@code <cleanupAfterJob>true</cleanupAfterJob>}
     * <br>On the command line: {@code -Dsnapshot.cleanupAfterJob=true}
     */
    @Parameter(property = "snapshot.cleanupAfterJob")
    @Nullable
    String cleanupAfterJob;

    /**
     * What to do about untracked files that look like keys or passwords when the snapshot is to be pushed: {@code
     * fail}, {@code warn} or {@code allow}. Default: {@code fail}.
     *
     * <p>In a POM: {@code <secrets>allow</secrets>}
     * <br>On the command line: {@code -Dsnapshot.secrets=allow}
     */
    @Parameter(property = "snapshot.secrets")
    @Nullable
    String secrets;
}
