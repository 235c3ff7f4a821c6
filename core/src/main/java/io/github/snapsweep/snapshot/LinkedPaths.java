package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SnapshotProblems;
import java.nio.file.Path;
import java.util.List;

/**
 * The output folders: they stay in the user's tree, snapshots leave them out, and worktrees have links to them.
 *
 * @param project the folder that the paths are relative to, in the user's tree
 * @param paths the folders, relative
 */
public record LinkedPaths(Path project, List<Path> paths) {

    public LinkedPaths {
        project = project.toAbsolutePath().normalize();
        paths = paths.stream().map(Path::normalize).toList();
    }

    /**
     * As git names them in a repository, without a slash at the end.
     *
     * @throws Problem when one leaves the repository, or is all of it
     */
    List<String> in(GitRepository repository) {
        return paths.stream().map(path -> in(repository, path)).toList();
    }

    private String in(GitRepository repository, Path path) {
        Path target = project.resolve(path).normalize();
        boolean inside = target.startsWith(repository.workTree()) && !target.equals(repository.workTree());
        if (path.isAbsolute()
                || !inside
                || target.startsWith(repository.workTree().resolve(".git"))) {
            throw SnapshotProblems.linkedPath(path);
        }
        return repository.relative(target);
    }
}
