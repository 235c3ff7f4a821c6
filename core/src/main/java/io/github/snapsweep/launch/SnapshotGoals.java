package io.github.snapsweep.launch;

import io.github.snapsweep.config.SnapshotSettings;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.snapshot.CreatedSnapshot;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.ObtainedWorktree;
import io.github.snapsweep.snapshot.Snapshot;
import io.github.snapsweep.snapshot.Worktree;
import java.nio.file.Path;
import java.util.Optional;

/** What can be done with snapshots by themselves, told as it is done. */
public final class SnapshotGoals {

    private final Path project;
    private final SnapshotSettings settings;
    private final LaunchRequest.Surroundings surroundings;
    private final Progress progress;

    public SnapshotGoals(Path project, SnapshotSettings settings, LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.settings = settings;
        this.surroundings = surroundings;
        this.progress = surroundings.progress();
    }

    /** Captures what is on disk, and publishes it if it is to be. */
    public SnapshotResult create() {
        try (GitRepository repository = GitRepository.containing(project).telling(progress)) {
            SnapshotSetup setup = setup(repository);
            CreatedSnapshot created = setup.snapshots().create(setup.request());
            new SnapshotReport(progress).created(created);
            return SnapshotResult.of(created, setup.publish(created));
        }
    }

    /** The worktree of the snapshot that the setting {@code name} names, or of the newest. */
    public Worktree worktree() {
        try (GitRepository repository = GitRepository.containing(project).telling(progress)) {
            SnapshotSetup setup = setup(repository);
            Snapshot snapshot = setup.snapshots().find(settings.naming().name().orElse("latest"));
            ObtainedWorktree obtained = setup.worktrees().obtain(snapshot, setup.linked(), Optional.empty());
            progress.info("snapshot " + snapshot.name() + " (" + snapshot.shortCommit() + ")");
            progress.info((obtained.made() ? "worktree " : "worktree, there already: ")
                    + obtained.worktree().path());
            return obtained.worktree();
        }
    }

    private SnapshotSetup setup(GitRepository repository) {
        return new SnapshotSetup(repository, project, settings, surroundings);
    }
}
