package io.github.snapsweep.launch;

import io.github.snapsweep.config.SnapshotSettings;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.Snapshot;
import io.github.snapsweep.snapshot.SnapshotContents;
import io.github.snapsweep.snapshot.Worktree;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Lists the snapshots of a repository with their worktrees and launches. Nothing is changed. */
public final class SnapshotListing {

    private final Path project;
    private final SnapshotSettings settings;
    private final LaunchRequest.Surroundings surroundings;

    public SnapshotListing(Path project, SnapshotSettings settings, LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.settings = settings;
        this.surroundings = surroundings;
    }

    /** All snapshots of the names that the settings say, newest first. */
    public SnapshotList list() {
        try (GitRepository repository = GitRepository.containing(project)) {
            SnapshotSetup setup = new SnapshotSetup(repository, project, settings, surroundings);
            SnapshotContents contents = new SnapshotContents(repository);
            List<Worktree> worktrees = setup.worktrees().list();
            LaunchUses uses = new LaunchUses(project, surroundings);
            List<ListedSnapshot> all = setup.snapshots().list().stream()
                    .map(snapshot ->
                            ListedSnapshot.of(snapshot, contents.of(snapshot), places(snapshot, worktrees, uses)))
                    .toList();
            String prefix = settings.naming().branchPrefix();
            Instant now = surroundings.host().clock().instant();
            return new SnapshotList(prefix, setup.worktreeFolder(), now, all, uses.notice());
        }
    }

    private static List<ListedSnapshot.Place> places(Snapshot snapshot, List<Worktree> worktrees, LaunchUses uses) {
        return worktrees.stream()
                .filter(worktree -> worktree.commit().equals(snapshot.commit()))
                .map(worktree -> new ListedSnapshot.Place(
                        worktree.path(),
                        worktree.launches().stream().map(uses::of).toList()))
                .toList();
    }
}
