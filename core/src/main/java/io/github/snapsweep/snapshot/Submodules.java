package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.SnapshotProblems;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The submodules of a work tree: a tree holds the commit that each is at, see gitsubmodules(7), so there must be nothing
 * in one beside that commit.
 *
 * @param userTree where the submodules are whose files this tool wrote to a worktree; null for the user's own tree
 */
record Submodules(
        GitRepository repository,
        UntrackedRules rules,
        @Nullable Path userTree) {

    /**
     * The commit that a submodule is at.
     *
     * @param known its entry in the index, null when there is none
     * @return empty when neither its folder nor the index says
     * @throws io.github.snapsweep.problem.Problem when it holds edits, or has no commit, or is not checked out
     */
    Optional<ObjectId> commit(String path, @Nullable DirCacheEntry known) throws IOException {
        Path folder = repository.workTree().resolve(path);
        if (!Files.exists(folder.resolve(Constants.DOT_GIT))) {
            if (known != null && !isEmpty(folder) && !isWritten(known.getObjectId(), folder, path)) {
                throw SnapshotProblems.submoduleNotCheckedOut(path);
            }
            return Optional.ofNullable(known).map(DirCacheEntry::getObjectId);
        }
        try (GitRepository inner = GitRepository.at(folder)) {
            ObjectId head = inner.head();
            if (head == null) {
                throw SnapshotProblems.submoduleWithoutCommit(path);
            }
            LinkedPaths none = new LinkedPaths(folder, List.of());
            if (!new WorkTreeCapture(inner, none, rules).take(head).contents().isEmpty()) {
                throw SnapshotProblems.submoduleWithEdits(path);
            }
            return Optional.of(head);
        }
    }

    /** Whether a submodule's folder in a worktree holds what this tool wrote there, and nothing else. */
    private boolean isWritten(ObjectId commit, Path folder, String path) throws IOException {
        if (userTree == null || !Files.exists(userTree.resolve(path).resolve(Constants.DOT_GIT))) {
            return false;
        }
        LinkedPaths none = new LinkedPaths(folder, List.of());
        try (GitRepository inner = GitRepository.at(userTree.resolve(path));
                GitRepository there = inner.withWorkTree(folder)) {
            return new WorkTreeCapture(there, none, rules)
                    .take(commit)
                    .contents()
                    .isEmpty();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            return !content.iterator().hasNext();
        }
    }
}
