package io.github.snapsweep.launch;

import io.github.snapsweep.config.CleanupAfterJob;
import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.Reason;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.PruneDecision;
import io.github.snapsweep.snapshot.Pruning;
import io.github.snapsweep.snapshot.Snapshot;
import io.github.snapsweep.snapshot.Snapshots;
import io.github.snapsweep.snapshot.Worktree;
import io.github.snapsweep.snapshot.Worktrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes the worktree of a launch away when its last task has ended, and the branch when that is asked for, where a command
 * of ours sees the end; where none does, a {@link CleanupJob} comes after the others. Whoever comes first does it; each
 * looks that nobody else needs it, and that nobody's work is in it.
 */
final class LaunchCleanup {

    private static final String SETTING = "snapshot.cleanupAfterJob";

    private final Path project;
    private final LaunchRequest.Surroundings surroundings;
    private final Progress progress;
    private final LaunchStates states;

    LaunchCleanup(Path project, LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.surroundings = surroundings;
        this.progress = surroundings.progress();
        this.states = LaunchStates.of(project, surroundings);
    }

    /** What a launch asked for. */
    static CleanupAfterJob asked(LaunchRecord launch, Path project) {
        Map<String, String> recorded = launch.settings().stream()
                .filter(setting -> setting.key().equals(SETTING))
                .collect(Collectors.toMap(LaunchRecord.Setting::key, LaunchRecord.Setting::value));
        return Configuration.replay(recorded, Map.of(), project)
                .snapshot()
                .worktree()
                .cleanup();
    }

    /** Whether a launch is to be cleaned up. */
    static boolean isAsked(LaunchRecord launch, Path project) {
        return launch.code().commit() != null && asked(launch, project) != CleanupAfterJob.NOTHING;
    }

    /** After all launches of the project that are over, and asked for it, and are not cleaned up yet. */
    void afterAll() {
        try {
            for (LaunchFolder folder : LaunchFolder.all(project)) {
                if (folder.isReadable()
                        && Files.isDirectory(folder.read().code().worktree())) {
                    after(folder);
                }
            }
        } catch (IOException e) {
            progress.warn("worktrees of launches that are over could not be looked for: " + Reason.of(e));
        }
    }

    /** After a launch, if it is over and asked for it. A failure is a warning: the tasks have ended as they did. */
    void after(LaunchFolder folder) {
        try {
            LaunchRecord launch = folder.read();
            if (isAsked(launch, project) && !LaunchUse.of("", states.of(folder)).needed()) {
                LaunchGuard.with(folder, progress, () -> {
                    clean(folder, folder.read());
                    return folder;
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | Problem e) {
            progress.warn("the worktree of launch " + folder.id() + " was not removed: " + Reason.of(e));
        }
    }

    private void clean(LaunchFolder folder, LaunchRecord launch) throws IOException {
        if (LaunchUse.of("", states.of(folder)).needed()) {
            return; // it was taken up again
        }
        try (GitRepository repository = GitRepository.containing(project)) {
            SnapshotSetup setup = new KeptCode(project, folder, surroundings).setup(repository, launch);
            KnownLaunches known = KnownLaunches.of(project, states);
            Pruning pruning = new Pruning(
                    setup.snapshots(),
                    setup.worktrees(),
                    setup.liveLaunches(),
                    known,
                    surroundings.host().clock());
            for (Worktree worktree : own(setup.worktrees(), folder, launch)) {
                progress.info(
                        pruning.remove(worktree)
                                ? "removed the worktree " + worktree.path() + " (cleanupAfterJob)"
                                : "the worktree " + worktree.path()
                                        + " stays: somebody needs it, or work of somebody's is in it");
            }
            if (asked(launch, project) == CleanupAfterJob.BRANCH) {
                removeBranch(setup, known, pruning, launch);
            }
        }
    }

    private void removeBranch(SnapshotSetup setup, KnownLaunches known, Pruning pruning, LaunchRecord launch) {
        boolean free = setup.worktrees().list().stream()
                .noneMatch(worktree -> worktree.commit().equals(launch.code().commit()));
        snapshot(setup.snapshots(), launch)
                .filter(snapshot -> free && known.needed(snapshot).isEmpty())
                .map(snapshot ->
                        new PruneDecision(snapshot, List.of(), setup.snapshots().uses(snapshot), true, "", 0))
                .filter(pruning::removeBranch)
                .ifPresent(gone ->
                        progress.info("removed the branch " + gone.snapshot().name() + " (cleanupAfterJob=branch)"));
    }

    /** The snapshot that a launch runs, if it is there still. */
    static Optional<Snapshot> snapshot(Snapshots snapshots, LaunchRecord launch) {
        return snapshots.list().stream()
                .filter(snapshot -> snapshot.ref().equals(launch.code().snapshot())
                        && snapshot.commit().equals(launch.code().commit()))
                .findFirst();
    }

    private static List<Worktree> own(Worktrees worktrees, LaunchFolder folder, LaunchRecord launch) {
        String lock = LaunchLock.of(folder).text();
        return worktrees.list().stream()
                .filter(worktree -> worktree.commit().equals(launch.code().commit()))
                .filter(worktree -> worktree.launches().contains(lock)
                        || worktree.path().equals(launch.code().worktree()))
                .toList();
    }
}
