package io.github.snapsweep.launch;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.process.ShellWords;
import io.github.snapsweep.snapshot.BranchlessSnapshot;
import io.github.snapsweep.snapshot.CarriedFiles;
import io.github.snapsweep.snapshot.CarriedPath;
import io.github.snapsweep.snapshot.FileTrees;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.ObtainedWorktree;
import io.github.snapsweep.snapshot.Snapshot;
import io.github.snapsweep.snapshot.Worktree;
import io.github.snapsweep.snapshot.Worktrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The code of a launch that was made before, for tasks that run again. */
final class KeptCode {

    /** Where its worktrees are, and what is linked in them. */
    private static final Set<String> SETTINGS =
            Set.of("snapshot.worktreeDir", "snapshot.symlinkPaths", "snapshot.branchPrefix", "snapshot.namespace");

    private final Path project;
    private final LaunchFolder folder;
    private final LaunchRequest.Surroundings surroundings;

    KeptCode(Path project, LaunchFolder folder, LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.folder = folder;
        this.surroundings = surroundings;
    }

    /**
     * Says that the attempt begins, and gives the folder where its tasks run: the one in its worktree, which is locked for it again. A worktree that is
     * gone is made anew from the snapshot, and the attempt gets a script that names it.
     *
     * @throws io.github.snapsweep.problem.Problem when the snapshot's commit is gone too
     */
    Path directory(LaunchRecord launch, int attempt) throws IOException {
        LaunchRecord.Code code = launch.code();
        if (code.commit() == null) {
            CleanupJob.begin(folder, attempt);
            return code.directory();
        }
        try (GitRepository repository = GitRepository.containing(project).telling(surroundings.progress())) {
            requireWritable(repository, code);
            CleanupJob.begin(folder, attempt);
            SnapshotSetup setup = setup(repository, launch);
            Worktrees worktrees = setup.worktrees();
            String lock = LaunchLock.of(folder).text();
            Optional<Worktree> kept = worktrees.keep(code.worktree(), code.commit(), lock);
            if (kept.isPresent()) {
                warnOfChanges(worktrees, kept.get());
                return code.directory();
            }
            ObtainedWorktree made = worktrees.obtain(
                    snapshot(repository, setup, code),
                    setup.linked(),
                    Optional.of(lock),
                    Worktrees.variant(code.worktree()));
            carry(worktrees, made.worktree(), code, repository);
            surroundings
                    .progress()
                    .info("the worktree " + code.worktree() + " is gone; made again as "
                            + made.worktree().path());
            Path directory = made.worktree().path().resolve(repository.relative(project));
            new LaunchBuild(folder, surroundings).moveTo(made.worktree().path(), directory);
            if (!directory.equals(code.directory())) {
                Files.writeString(
                        folder.ownScript(attempt),
                        ScriptText.moved(
                                Files.readString(folder.script()),
                                Map.of(
                                        "directory",
                                        directory,
                                        "isolated",
                                        made.worktree().path())));
            }
            return directory;
        }
    }

    /** A worktree is locked in the repository. */
    private static void requireWritable(GitRepository repository, LaunchRecord.Code code) {
        try {
            FileTrees.requireWritable(repository.commonDirectory());
        } catch (IOException e) {
            throw SnapshotProblems.worktreeFailed(code.worktree(), e);
        }
    }

    /**
     * Brings to a new worktree what the launch's first one had beside the commit.
     *
     * @throws io.github.snapsweep.problem.Problem when that is something else by now
     */
    void carry(Worktrees worktrees, Worktree worktree, LaunchRecord.Code code, GitRepository repository) {
        if (code.carried().isEmpty()) {
            return;
        }
        List<Path> paths =
                code.carried().stream().map(path -> Path.of(path.path())).toList();
        List<CarriedPath> carried =
                worktrees.carry(worktree, new CarriedFiles(project, paths), repository.relative(project));
        if (!carried.equals(code.carried())) {
            throw LaunchProblems.carriedOtherwise(folder.id(), paths);
        }
    }

    SnapshotSetup setup(GitRepository repository, LaunchRecord launch) {
        Map<String, String> recorded = new LinkedHashMap<>();
        launch.settings().stream()
                .filter(setting -> SETTINGS.contains(setting.key()))
                .forEach(setting -> recorded.put(setting.key(), setting.value()));
        return new SnapshotSetup(
                repository,
                project,
                Configuration.replay(recorded, Map.of(), project).snapshot(),
                surroundings);
    }

    private void warnOfChanges(Worktrees worktrees, Worktree worktree) {
        if (!worktrees.isClean(worktree)) {
            surroundings
                    .progress()
                    .warn("tasks have changed or added files in the worktree, which the next ones will see:  "
                            + ShellWords.join(
                                    List.of("git", "-C", worktree.path().toString(), "status")));
        }
    }

    /**
     * The snapshot of the launch's commit: also when its branch was deleted, as long as the commit is there.
     *
     * @throws io.github.snapsweep.problem.Problem when the commit is gone too
     */
    Snapshot snapshot(GitRepository repository, SnapshotSetup setup, LaunchRecord.Code code) {
        return setup.snapshots().list().stream()
                .filter(snapshot -> snapshot.commit().equals(code.commit()))
                .findFirst()
                .orElseGet(() -> branchless(repository, code));
    }

    private Snapshot branchless(GitRepository repository, LaunchRecord.Code code) {
        String ref = String.valueOf(code.snapshot());
        String commit = String.valueOf(code.commit());
        Snapshot found = BranchlessSnapshot.of(repository, ref, commit)
                .orElseThrow(
                        () -> LaunchProblems.snapshotGone(folder.id(), ref, commit, List.copyOf(repository.remotes())));
        requireClasspath(commit);
        surroundings
                .progress()
                .info("the snapshot's branch " + found.name()
                        + " was deleted; its commit is there still. To keep that:  git update-ref " + ref + " "
                        + commit);
        return found;
    }

    /** A pruning takes the class path with the branch, see {@link LaunchPruning}: the commit alone runs no class. */
    private void requireClasspath(String commit) {
        Path arguments = folder.javaArguments();
        try {
            String named = folder.id() + "/" + arguments.getFileName();
            if (!Files.exists(arguments) && Files.readString(folder.script()).contains(named)) {
                throw LaunchProblems.classpathGone(folder.id(), arguments, commit);
            }
        } catch (IOException e) {
            throw LaunchProblems.folderFailed(folder.path(), e);
        }
    }
}
