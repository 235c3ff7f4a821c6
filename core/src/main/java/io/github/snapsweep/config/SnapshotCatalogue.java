package io.github.snapsweep.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Every setting of the snapshots, defined once. */
final class SnapshotCatalogue {

    private static final Register REGISTER = new Register(Section.SNAPSHOT);

    static final Setting<Boolean> ENABLED = REGISTER.preset(
            "enabled",
            Scalars.flag(),
            "true",
            "whether a launch runs from a snapshot; without one, from the live files");
    static final Setting<Boolean> SKIP =
            REGISTER.preset("skip", Scalars.flag(), "false", "whether the goal does nothing at all");
    static final Setting<String> BRANCH_PREFIX = REGISTER.preset(
            "branchPrefix", Scalars.branchPrefix(), "slurm-job", "what a snapshot's branch is named before its date");
    static final Setting<List<Path>> SYMLINK_PATHS = REGISTER.preset(
            "symlinkPaths",
            ListKind.of(Scalars.inside()),
            "outputs, multirun, .slurm",
            "paths of the worktree that are links to the project's own");
    static final Setting<Boolean> PUSH_TO_REMOTE =
            REGISTER.preset("pushToRemote", Scalars.flag(), "true", "whether the snapshot's branch is pushed");
    static final Setting<String> REMOTE =
            REGISTER.preset("remote", Scalars.operand(), "origin", "the remote that is pushed to");
    static final Setting<Duration> PUSH_TIMEOUT =
            REGISTER.preset("pushTimeout", Scalars.duration(), "60s", "how long a push may take");
    static final Setting<Path> WORKTREE_DIR = REGISTER.optional(
            "worktreeDir", Scalars.path(), "where worktrees are made; <repository>.worktrees beside it when unset");
    static final Setting<Boolean> REUSE = REGISTER.preset(
            "reuse",
            Scalars.flag(),
            "true",
            "whether the same tree on the same base is the same snapshot and worktree");
    static final Setting<CleanupAfterJob> CLEANUP_AFTER_JOB = REGISTER.preset(
            "cleanupAfterJob",
            Scalars.cleanupAfterJob(),
            "false",
            "whether a launch's worktree, or also its branch, goes when its last task has ended");
    static final Setting<OnSnapshotFailure> ON_SNAPSHOT_FAILURE = REGISTER.preset(
            "onSnapshotFailure",
            Scalars.oneOf(OnSnapshotFailure.values()),
            "fail",
            "what a launch does when its snapshot cannot be taken");
    static final Setting<Long> MAX_FILE_SIZE =
            REGISTER.preset("maxFileSize", Scalars.size(), "100MB", "the size that one untracked file may have");
    static final Setting<Long> MAX_TOTAL_SIZE = REGISTER.preset(
            "maxTotalSize", Scalars.size(), "1GB", "the size that all untracked files may have together");
    static final Setting<Integer> MAX_FILES =
            REGISTER.preset("maxFiles", Scalars.count(0), "50000", "how many untracked files there may be");
    static final Setting<Secrets> SECRETS = REGISTER.preset(
            "secrets",
            Scalars.oneOf(Secrets.values()),
            "fail",
            "what happens when untracked files that look like secrets would be pushed");
    static final Setting<Namespace> NAMESPACE = REGISTER.preset(
            "namespace",
            Scalars.oneOf(Namespace.values(), Namespace::prefix),
            "refs/heads/",
            "where the refs of snapshots are kept");
    static final Setting<List<String>> EXCLUDE = REGISTER.preset(
            "exclude", ListKind.of(Scalars.line()), "", "untracked files to leave out; patterns as in .gitignore");
    static final Setting<Path> RESULT_FILE =
            REGISTER.optional("resultFile", Scalars.path(), "the file that tells what happened, as JSON");
    static final Setting<String> NAME =
            REGISTER.optional("name", Scalars.operand(), "the snapshot to act on: a branch or a commit");
    static final Setting<String> AGAINST = REGISTER.preset(
            "against",
            Scalars.operand(),
            "base",
            "what a snapshot is compared with: base, HEAD, files, a snapshot or a commit");
    static final Setting<Boolean> STAT = REGISTER.preset(
            "stat", Scalars.flag(), "false", "whether a comparison only counts the lines that differ in each file");
    static final Setting<Integer> KEEP_LAST =
            REGISTER.optional("keepLast", Scalars.count(0), "how many of the newest snapshots a pruning keeps");
    static final Setting<Duration> OLDER_THAN =
            REGISTER.optional("olderThan", Scalars.duration(), "how old a snapshot must be for a pruning to remove it");
    static final Setting<Boolean> REMOTE_BRANCHES = REGISTER.preset(
            "remoteBranches", Scalars.flag(), "false", "whether a pruning removes the branches on the remote too");
    static final Setting<OldLaunches> LAUNCHES = REGISTER.preset(
            "launches",
            Scalars.oneOf(OldLaunches.values()),
            "classpath",
            "what of old launches goes with their snapshots: keep, classpath, logs, records or outputs");
    static final Setting<Boolean> FIX =
            REGISTER.preset("fix", Scalars.flag(), "false", "whether the doctor mends what it finds");
    static final Setting<Boolean> DRY_RUN =
            REGISTER.preset("dryRun", Scalars.flag(), "false", "whether the goal only says what it would do");

    private SnapshotCatalogue() {}

    /** All of them, in this order. */
    static List<Setting<?>> all() {
        return REGISTER.settings();
    }
}
