package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SnapshotProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The branches that snapshots with edits in submodules have there: each goes with the last snapshot around it.
 *
 * @param repository the repository with the submodules
 * @param names how snapshots are called, here and there
 */
record SubmoduleBranches(GitRepository repository, SnapshotNames names) {

    /**
     * Removes those of a snapshot, submodules of submodules first. Where a submodule is not checked out, they stay.
     *
     * @param others the snapshots that stay
     */
    void remove(Snapshot snapshot, List<Snapshot> others) {
        commits(snapshot).forEach((path, commit) -> {
            Path folder = repository.workTree().resolve(path);
            boolean shared = others.stream()
                    .anyMatch(other -> commit.equals(commits(other).get(path)));
            if (!shared && Files.exists(folder.resolve(Constants.DOT_GIT))) {
                removeIn(folder, commit);
            }
        });
    }

    private void removeIn(Path folder, String commit) {
        try (GitRepository inner = GitRepository.at(folder)) {
            Snapshots snapshots = new Snapshots(inner, names);
            List<Snapshot> all = snapshots.list();
            Optional<Snapshot> branch = all.stream()
                    .filter(snapshot -> snapshot.commit().equals(commit) && !isUsed(snapshot, inner, snapshots))
                    .findFirst();
            if (branch.isPresent()) {
                List<Snapshot> others = all.stream()
                        .filter(other -> !other.commit().equals(commit))
                        .toList();
                new SubmoduleBranches(inner, names).remove(branch.get(), others);
                snapshots.delete(branch.get());
            }
        } catch (Problem e) {
            return; // what cannot be read stays
        }
    }

    /** Whether somebody made a worktree of it in the submodule itself, or has it checked out. */
    private static boolean isUsed(Snapshot snapshot, GitRepository inner, Snapshots snapshots) {
        try {
            for (WorktreeAdministration administration : WorktreeAdministration.all(inner)) {
                if (WorktreeAdministration.ifThere(() -> Optional.of(administration.commit()))
                        .filter(snapshot.commit()::equals)
                        .isPresent()) {
                    return true;
                }
            }
            return snapshots.checkedOut().containsKey(snapshot.ref());
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(inner.workTree(), e);
        }
    }

    /** The commits of submodules that a snapshot has, and its base has not. */
    private Map<String, String> commits(Snapshot snapshot) {
        try (RevWalk commits = new RevWalk(repository.jgit());
                TreeWalk walk = new TreeWalk(repository.jgit())) {
            walk.addTree(ObjectId.fromString(snapshot.tree()));
            if (snapshot.base().isPresent()) {
                walk.addTree(
                        commits.parseCommit(ObjectId.fromString(snapshot.base().get()))
                                .getTree());
                walk.setFilter(TreeFilter.ANY_DIFF);
            }
            walk.setRecursive(true);
            Map<String, String> found = new LinkedHashMap<>();
            while (walk.next()) {
                if (FileMode.GITLINK.equals(walk.getRawMode(0))) {
                    found.put(walk.getPathString(), walk.getObjectId(0).name());
                }
            }
            return found;
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(repository.workTree(), e);
        }
    }
}
