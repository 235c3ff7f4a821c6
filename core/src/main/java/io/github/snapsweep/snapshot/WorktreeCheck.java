package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ObjectPack;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Tells whether a worktree holds what it was made with, and nothing else.
 *
 * @param repository the user's, where submodules are
 */
record WorktreeCheck(GitRepository repository, Host host) {

    private static final UntrackedRules ALL =
            new UntrackedRules(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, false, List.of());

    /** Whether there is no work in it: ignored files, such as builds leave, may be there. */
    boolean holdsOnlyItsSnapshot(WorktreeAdministration administration, Path root) throws IOException {
        try {
            return contents(administration, root, false).isEmpty();
        } catch (Problem | NoSuchFileException e) {
            return false; // what cannot be captured is not only the snapshot, nor is what goes just now
        }
    }

    /** Whether it is as it was made, to the last file. */
    boolean isAsMade(WorktreeAdministration administration, Path root) throws IOException {
        try {
            Contents contents = contents(administration, root, true);
            return contents.changed().isEmpty()
                    && contents.added().isEmpty()
                    && contents.deleted().isEmpty()
                    && contents.skipped().isEmpty()
                    && WorktreeLinks.madeAll(root, contents.untracked(), administration.links());
        } catch (Problem | NoSuchFileException e) {
            return false;
        }
    }

    private Contents contents(WorktreeAdministration administration, Path root, boolean evenIgnored)
            throws IOException {
        List<Path> links = administration.links().stream().map(Path::of).toList();
        try (GitRepository there = GitRepository.at(root);
                ObjectPack pack = there.newPack(host)) {
            LinkedPaths linked = new LinkedPaths(root, links);
            Submodules submodules =
                    new Submodules(there, ALL, host, repository.workTree(), new RefusedEdits(ALL, host));
            return new WorkTreeCapture(there, linked, ALL, submodules, evenIgnored)
                    .take(ObjectId.fromString(administration.commit()), pack)
                    .contents();
        }
    }
}
