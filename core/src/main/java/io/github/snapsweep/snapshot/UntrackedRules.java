package io.github.snapsweep.snapshot;

import java.util.List;

/**
 * What untracked files may come along. Tracked files always do.
 *
 * @param maxFileSize the largest file, in bytes
 * @param maxTotalSize all of them together, in bytes
 * @param maxFiles how many of them
 * @param refuseSecrets whether files that look like secrets stop the capture (they do where a push would publish them)
 * @param exclude files to leave out: patterns as in .gitignore, relative to the work tree
 */
public record UntrackedRules(
        long maxFileSize, long maxTotalSize, int maxFiles, boolean refuseSecrets, List<String> exclude) {

    public UntrackedRules {
        exclude = List.copyOf(exclude);
    }
}
