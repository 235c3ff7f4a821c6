package io.github.snapsweep.snapshot;

import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The worktrees that are not whole to see, and need their commits all the same: somebody has them at work, or they are where
 * another user lets nobody in.
 *
 * @param reasons why, by their commits, or as much of those as is known
 */
record HiddenWorktrees(Map<String, String> reasons) {

    static HiddenWorktrees of(GitRepository repository, Host host) throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Path folder : WorktreeAdministration.folders(repository)) {
            WorktreeAdministration administration = new WorktreeAdministration(folder);
            String name = folder.getFileName().toString();
            if (Files.isExecutable(folder)) {
                WorktreeAdministration.ifThere(() -> {
                    Optional<String> why = administration.hidden(host);
                    if (why.isPresent()) {
                        reasons.put(administration.commit(), why.get());
                    }
                    return why;
                });
            } else if (name.length() >= Snapshot.SHORT) {
                reasons.put(
                        name.substring(0, Snapshot.SHORT), "a worktree of it may be another user's alone: " + folder);
            }
        }
        return new HiddenWorktrees(reasons);
    }

    /** Why one of them needs a commit; empty when none does. */
    Optional<String> needing(String commit) {
        return reasons.entrySet().stream()
                .filter(hidden -> commit.startsWith(hidden.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
