package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ObjectPack;
import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/** For where a submodule with edits is not to be captured: in a worktree that is checked for work in it. */
record RefusedEdits(UntrackedRules rules, Host host) implements Submodules.Edits {

    @Override
    public ObjectId commit(String path, Path folder, ObjectId head) throws IOException {
        try (GitRepository inner = GitRepository.at(folder);
                ObjectPack pack = inner.newPack(host)) {
            Submodules nested = new Submodules(inner, rules, host, null, this);
            LinkedPaths none = new LinkedPaths(folder, List.of());
            if (!new WorkTreeCapture(inner, none, rules, nested)
                    .take(head, pack)
                    .contents()
                    .isEmpty()) {
                throw SnapshotProblems.submoduleWithEdits(path);
            }
            return head;
        }
    }
}
