package io.github.snapsweep.plugin.snapshot;

import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What of the untracked files is captured. */
abstract class ContentGoal extends SnapshotGoal {

    /**
     * The largest untracked file that may come along. Default: {@code 100MB}.
     *
     * <p>In a POM: {@code <maxFileSize>2GB</maxFileSize>}
     * <br>On the command line: {@code -Dsnapshot.maxFileSize=2GB}
     */
    @Parameter(property = "snapshot.maxFileSize")
    @Nullable
    String maxFileSize;

    /**
     * The size of all untracked files together that may come along. Default: {@code 1GB}.
     *
     * <p>In a POM: {@code <maxTotalSize>10GB</maxTotalSize>}
     * <br>On the command line: {@code -Dsnapshot.maxTotalSize=10GB}
     */
    @Parameter(property = "snapshot.maxTotalSize")
    @Nullable
    String maxTotalSize;

    /**
     * How many untracked files may come along. Default: {@code 50000}.
     *
     * <p>In a POM: {@code <maxFiles>200000</maxFiles>}
     * <br>On the command line: {@code -Dsnapshot.maxFiles=200000}
     */
    @Parameter(property = "snapshot.maxFiles")
    @Nullable
    String maxFiles;

    /**
     * Untracked files to leave out: patterns as in .gitignore. Default: none.
     *
     * <p>In a POM: {@code <exclude><pattern>*.tmp</pattern></exclude>}
     * <br>On the command line: {@code -Dsnapshot.exclude=*.tmp}
     */
    @Parameter(property = "snapshot.exclude")
    @Nullable
    List<String> exclude;
}
