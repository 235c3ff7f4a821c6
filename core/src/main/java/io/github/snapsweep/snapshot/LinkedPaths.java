package io.github.snapsweep.snapshot;

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

    /** As git names them in a repository, without a slash at the end. */
    List<String> in(GitRepository repository) {
        return paths.stream()
                .map(path -> repository.relative(project.resolve(path)))
                .toList();
    }
}
