package io.github.snapsweep.launch;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the lock of a worktree says of a launch: {@code launch <id> of <project>}. {@code git worktree list --porcelain}
 * shows it.
 *
 * @param id the launch
 * @param project the project whose record it is
 */
record LaunchLock(String id, Path project) {

    private static final String BEFORE = "launch ";
    private static final String BETWEEN = " of ";

    static LaunchLock of(LaunchFolder folder) {
        return new LaunchLock(folder.id(), folder.project());
    }

    /** Reads one; empty when the worktree was locked by somebody else. */
    static Optional<LaunchLock> parse(String text) {
        int between = text.indexOf(BETWEEN);
        return text.startsWith(BEFORE) && between > 0
                ? Optional.of(new LaunchLock(
                        text.substring(BEFORE.length(), between), Path.of(text.substring(between + BETWEEN.length()))))
                : Optional.empty();
    }

    String text() {
        return BEFORE + id + BETWEEN + project;
    }

    LaunchFolder folder() {
        return new LaunchFolder(project, id);
    }
}
