package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ObjectPack;
import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The submodules of a work tree: a tree holds the commit that each is at, see gitsubmodules(7), so what is in one beside
 * that commit has to become a commit of its own.
 *
 * @param userTree where the submodules are whose files this tool wrote to a worktree; null for the user's own tree
 * @param edits what becomes of a submodule with edits
 */
record Submodules(
        GitRepository repository,
        UntrackedRules rules,
        Host host,
        @Nullable Path userTree,
        Edits edits) {

    /**
     * The commit that a submodule is at, with the edits in it.
     *
     * @param known the commit that the index has
     * @throws io.github.snapsweep.problem.Problem when it has no commit, or is not checked out
     */
    ObjectId commit(String path, ObjectId known) throws IOException {
        Path folder = repository.workTree().resolve(path);
        if (!Files.exists(folder.resolve(Constants.DOT_GIT))) {
            if (!isEmpty(folder) && !isWritten(known, folder, path)) {
                throw SnapshotProblems.submoduleNotCheckedOut(path);
            }
            return known;
        }
        try (GitRepository inner = GitRepository.at(folder)) {
            ObjectId head = inner.head();
            if (head == null) {
                throw SnapshotProblems.submoduleWithoutCommit(path);
            }
            return edits.commit(path, folder, head);
        }
    }

    /** Whether a submodule's folder in a worktree holds what this tool wrote there, and nothing else. */
    private boolean isWritten(ObjectId commit, Path folder, String path) throws IOException {
        if (userTree == null || !Files.exists(userTree.resolve(path).resolve(Constants.DOT_GIT))) {
            return false;
        }
        LinkedPaths none = new LinkedPaths(folder, List.of());
        try (GitRepository inner = GitRepository.at(userTree.resolve(path));
                GitRepository there = inner.withWorkTree(folder);
                ObjectPack pack = there.newPack(host)) {
            Submodules nested =
                    new Submodules(there, rules, host, userTree.resolve(path), new RefusedEdits(rules, host));
            return new WorkTreeCapture(there, none, rules, nested)
                    .take(commit, pack)
                    .contents()
                    .isEmpty();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            return !content.iterator().hasNext();
        }
    }

    /** Makes a commit of a submodule's edits. */
    @FunctionalInterface
    interface Edits {
        /**
         * Gives the commit to record for a submodule.
         *
         * @param path where it is in the repository around it
         * @param folder its root
         * @param head the commit that it is at
         * @return {@code head} itself, when there are no edits
         */
        ObjectId commit(String path, Path folder, ObjectId head) throws IOException;
    }
}
