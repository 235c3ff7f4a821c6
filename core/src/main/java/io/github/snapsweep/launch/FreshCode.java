package io.github.snapsweep.launch;

import io.github.snapsweep.process.WorkName;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.Worktree;
import io.github.snapsweep.snapshot.Worktrees;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The code of a launch in a worktree that nothing has run in yet, for as long as it is open. */
final class FreshCode implements AutoCloseable {

    private final Path directory;
    private @Nullable GitRepository repository;
    private @Nullable Worktrees worktrees;
    private @Nullable Worktree worktree;

    /** @throws io.github.snapsweep.problem.Problem when the snapshot's commit is gone */
    FreshCode(Path project, LaunchFolder folder, LaunchRecord launch, LaunchRequest.Surroundings surroundings) {
        if (launch.code().commit() == null) {
            directory = launch.code().directory();
            return;
        }
        GitRepository opened = GitRepository.containing(project).telling(surroundings.progress());
        repository = opened;
        KeptCode code = new KeptCode(project, folder, surroundings);
        SnapshotSetup setup = code.setup(opened, launch);
        Worktrees own = new Worktrees(
                opened,
                setup.worktreeFolder().resolve("rerun-" + WorkName.next(surroundings.host())),
                surroundings.host());
        worktrees = own;
        Worktree made = own.obtain(code.snapshot(opened, setup, launch.code()), setup.linked(), Optional.empty())
                .worktree();
        worktree = made;
        code.carry(own, made, launch.code(), opened);
        directory = made.path().resolve(opened.relative(project));
    }

    Path directory() {
        return directory;
    }

    /** The root of the worktree; the folder itself when there is none. */
    Path worktree() {
        return worktree == null ? directory : worktree.path();
    }

    @Override
    public void close() {
        if (worktrees != null && worktree != null) {
            worktrees.remove(worktree);
        }
        if (repository != null) {
            repository.close();
        }
    }
}
