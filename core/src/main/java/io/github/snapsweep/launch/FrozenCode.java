package io.github.snapsweep.launch;

import io.github.snapsweep.config.SnapshotSettings;
import io.github.snapsweep.snapshot.CarriedPath;
import io.github.snapsweep.snapshot.CreatedSnapshot;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.LinkedPaths;
import io.github.snapsweep.snapshot.ObtainedWorktree;
import io.github.snapsweep.snapshot.Worktrees;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The code of a launch, as it is on disk at submit: a snapshot and its worktree, both undone when the launch does not
 * come about.
 */
final class FrozenCode implements AutoCloseable {

    private final GitRepository repository;
    private final SnapshotSetup setup;
    private final LinkedPaths linked;
    private final Worktrees worktrees;
    private @Nullable CreatedSnapshot created;
    private @Nullable ObtainedWorktree obtained;

    FrozenCode(Path project, SnapshotSettings settings, LaunchRequest.Surroundings surroundings) {
        this.repository = GitRepository.containing(project).telling(surroundings.progress());
        this.setup = new SnapshotSetup(repository, project, settings, surroundings);
        this.linked = setup.linked();
        this.worktrees = setup.worktrees();
    }

    /** Fails before anything is made when no worktree could be. */
    void requireWritable() {
        worktrees.requireLastingTree();
        worktrees.requireWritable();
    }

    CreatedSnapshot capture() {
        CreatedSnapshot taken = setup.snapshots().create(setup.request());
        created = taken;
        return taken;
    }

    /** The worktree, with what is carried to it; one that is to hold other things is another one. */
    ObtainedWorktree checkOut(CreatedSnapshot snapshot, String launch, WorktreeVariant variant) {
        ObtainedWorktree got = worktrees.obtain(snapshot.snapshot(), linked, Optional.of(launch), variant.name());
        obtained = got;
        return got;
    }

    List<CarriedPath> carry(ObtainedWorktree to, WorktreeVariant variant) {
        return variant.carried().isEmpty()
                ? List.of()
                : worktrees.carry(to.worktree(), variant.carried().get(), relative(linked.project()));
    }

    /** Where in the worktree a file of the user's tree is; a file that is elsewhere stays where it is. */
    Path inWorktree(Path file) {
        return obtained != null && file.startsWith(repository.workTree())
                ? obtained.worktree().path().resolve(repository.workTree().relativize(file))
                : file;
    }

    /** A folder's path in the repository. */
    String relative(Path folder) {
        return repository.relative(folder);
    }

    /** What was captured, once it was. */
    Optional<CreatedSnapshot> created() {
        return Optional.ofNullable(created);
    }

    SnapshotSetup setup() {
        return setup;
    }

    /** Takes back what this launch made, and nothing that was there before or that another launch uses by now. */
    void undo(String launch) {
        boolean used = false;
        if (obtained != null) {
            worktrees.release(obtained.worktree(), launch);
            used = obtained.made() && !worktrees.remove(obtained.worktree());
        }
        if (created != null && !created.reused() && !used) {
            setup.snapshots().deleteUnshared(created.snapshot());
        }
        obtained = null;
        created = null; // nothing is left to be published, or released
    }

    /** The launch needs its worktree no more. */
    void release(String launch) {
        if (obtained != null) {
            worktrees.release(obtained.worktree(), launch);
        }
    }

    static List<String> paths(CreatedSnapshot snapshot) {
        return Stream.of(
                        snapshot.contents().changed(),
                        snapshot.contents().added(),
                        snapshot.contents().untracked(),
                        snapshot.contents().deleted())
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        repository.close();
    }
}
