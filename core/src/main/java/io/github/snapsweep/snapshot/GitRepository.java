package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SnapshotProblems;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * A git repository with a work tree: the main one, or a linked worktree of it. In a linked worktree HEAD and index are
 * its own, while objects and refs are the common directory's, see git-worktree(1).
 */
public final class GitRepository implements AutoCloseable {

    private final Repository repository;

    private GitRepository(Repository repository) {
        this.repository = repository;
    }

    /**
     * Finds the repository that a folder lies in, as git does: from there upwards.
     *
     * @throws Problem when there is none, or one of a kind that cannot be captured exactly
     */
    public static GitRepository containing(Path folder) {
        Path start = folder.toAbsolutePath().normalize();
        JGitConfiguration.install(start);
        FileRepositoryBuilder builder = new FileRepositoryBuilder()
                .readEnvironment(SystemReader.getInstance())
                .findGitDir(start.toFile());
        if (builder.getGitDir() == null) {
            throw SnapshotProblems.notARepository(start);
        }
        return open(builder, start);
    }

    private static GitRepository open(FileRepositoryBuilder builder, Path folder) {
        try {
            GitRepository found = new GitRepository(builder.setMustExist(true).build());
            found.requireSupported(folder);
            return found;
        } catch (RepositoryNotFoundException e) {
            throw SnapshotProblems.notARepository(folder);
        } catch (IOException | IllegalArgumentException e) {
            throw SnapshotProblems.unreadableRepository(folder, e);
        }
    }

    private void requireSupported(Path folder) {
        if (repository.isBare()) {
            repository.close();
            throw SnapshotProblems.bareRepository(folder);
        }
        Config config = repository.getConfig();
        String format = config.getString("extensions", null, "objectformat");
        if (format != null && !format.equalsIgnoreCase("sha1")) {
            repository.close();
            throw SnapshotProblems.objectFormat(workTree(), format);
        }
    }

    /** The root of the work tree. */
    public Path workTree() {
        return repository.getWorkTree().toPath().toAbsolutePath().normalize();
    }

    /** The git directory: the linked worktree's own one, in a linked worktree. */
    public Path gitDirectory() {
        return repository.getDirectory().toPath().toAbsolutePath().normalize();
    }

    /** The directory with the objects and refs, shared by all worktrees. */
    public Path commonDirectory() {
        return repository.getCommonDirectory().toPath().toAbsolutePath().normalize();
    }

    /** What HEAD points to, or null when there is no commit yet. */
    @Nullable
    ObjectId head() {
        try {
            return repository.resolve(Constants.HEAD);
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(workTree(), e);
        }
    }

    /** The branch that is checked out, {@code HEAD} when none is. */
    String branch() {
        try {
            Ref head = repository.exactRef(Constants.HEAD);
            if (head == null || !head.isSymbolic()) {
                return Constants.HEAD;
            }
            return Repository.shortenRefName(head.getTarget().getName());
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(workTree(), e);
        }
    }

    /** A path below the work tree as git writes it: relative, with slashes; empty for the root itself. */
    public String relative(Path path) {
        return workTree()
                .relativize(path.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }

    /** JGit's view of it. */
    Repository jgit() {
        return repository;
    }

    @Override
    public void close() {
        repository.close();
    }
}
