package io.github.snapsweep.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings {@code snapshot.*}; what each means and its default is in the catalogue.
 *
 * @param run how a goal behaves
 * @param naming what snapshots are called
 * @param contents what goes into one
 * @param push where it is published
 * @param worktree where it is checked out
 * @param prune which are old
 * @param diff what one is compared with
 * @param examination what becomes of what is wrong
 */
public record SnapshotSettings(
        Run run,
        Naming naming,
        Contents contents,
        Push push,
        Worktree worktree,
        Prune prune,
        Diff diff,
        Examination examination) {

    static SnapshotSettings of(Values values) {
        return new SnapshotSettings(
                Run.of(values),
                Naming.of(values),
                Contents.of(values),
                Push.of(values),
                Worktree.of(values),
                Prune.of(values),
                Diff.of(values),
                Examination.of(values));
    }

    /**
     * How a goal behaves.
     *
     * @param enabled whether a launch runs from a snapshot
     * @param resultFile absolute
     */
    public record Run(
            boolean enabled,
            boolean skip,
            boolean dryRun,
            OnSnapshotFailure onSnapshotFailure,
            Optional<Path> resultFile) {
        static Run of(Values values) {
            return new Run(
                    values.get(SnapshotCatalogue.ENABLED),
                    values.get(SnapshotCatalogue.SKIP),
                    values.get(SnapshotCatalogue.DRY_RUN),
                    values.get(SnapshotCatalogue.ON_SNAPSHOT_FAILURE),
                    values.path(SnapshotCatalogue.RESULT_FILE));
        }
    }

    /**
     * What snapshots are called.
     *
     * @param branchPrefix what stands before the date
     * @param name the snapshot to act on, a branch or a commit
     */
    public record Naming(String branchPrefix, Namespace namespace, Optional<String> name) {
        static Naming of(Values values) {
            return new Naming(
                    values.get(SnapshotCatalogue.BRANCH_PREFIX),
                    values.get(SnapshotCatalogue.NAMESPACE),
                    values.find(SnapshotCatalogue.NAME));
        }
    }

    /**
     * What goes into a snapshot.
     *
     * @param maxFileSize of one untracked file, in bytes
     * @param maxTotalSize of all untracked files, in bytes
     * @param maxFiles how many untracked files there may be
     * @param exclude patterns as in .gitignore
     */
    public record Contents(long maxFileSize, long maxTotalSize, int maxFiles, Secrets secrets, List<String> exclude) {
        public Contents {
            exclude = List.copyOf(exclude);
        }

        static Contents of(Values values) {
            return new Contents(
                    values.get(SnapshotCatalogue.MAX_FILE_SIZE),
                    values.get(SnapshotCatalogue.MAX_TOTAL_SIZE),
                    values.get(SnapshotCatalogue.MAX_FILES),
                    values.get(SnapshotCatalogue.SECRETS),
                    values.get(SnapshotCatalogue.EXCLUDE));
        }
    }

    /**
     * Where a snapshot is published.
     *
     * @param timeout how long that may take
     */
    public record Push(boolean toRemote, String remote, Duration timeout) {
        static Push of(Values values) {
            return new Push(
                    values.get(SnapshotCatalogue.PUSH_TO_REMOTE),
                    values.get(SnapshotCatalogue.REMOTE),
                    values.get(SnapshotCatalogue.PUSH_TIMEOUT));
        }
    }

    /**
     * Where a snapshot is checked out.
     *
     * @param directory absolute; when unset, beside the repository
     * @param symlinkPaths relative to the project's directory, and below it
     * @param cleanup what goes when the last task has ended
     */
    public record Worktree(Optional<Path> directory, List<Path> symlinkPaths, boolean reuse, CleanupAfterJob cleanup) {
        public Worktree {
            symlinkPaths = List.copyOf(symlinkPaths);
        }

        static Worktree of(Values values) {
            return new Worktree(
                    values.path(SnapshotCatalogue.WORKTREE_DIR),
                    values.get(SnapshotCatalogue.SYMLINK_PATHS),
                    values.get(SnapshotCatalogue.REUSE),
                    values.get(SnapshotCatalogue.CLEANUP_AFTER_JOB));
        }
    }

    /** Which snapshots are old, and what goes with them: their branches on the remote, and what is left of launches. */
    public record Prune(
            Optional<Integer> keepLast, Optional<Duration> olderThan, boolean remoteBranches, OldLaunches launches) {
        static Prune of(Values values) {
            return new Prune(
                    values.find(SnapshotCatalogue.KEEP_LAST),
                    values.find(SnapshotCatalogue.OLDER_THAN),
                    values.get(SnapshotCatalogue.REMOTE_BRANCHES),
                    values.get(SnapshotCatalogue.LAUNCHES));
        }
    }

    /**
     * What becomes of what is wrong.
     *
     * @param fix whether it is mended
     */
    public record Examination(boolean fix) {
        static Examination of(Values values) {
            return new Examination(values.get(SnapshotCatalogue.FIX));
        }
    }

    /**
     * What a snapshot is compared with.
     *
     * @param against {@code base}, {@code HEAD}, {@code files}, a snapshot or a commit
     * @param stat whether lines are only counted
     */
    public record Diff(String against, boolean stat) {
        static Diff of(Values values) {
            return new Diff(values.get(SnapshotCatalogue.AGAINST), values.get(SnapshotCatalogue.STAT));
        }
    }
}
