package io.github.snapsweep.snapshot;

import java.nio.file.Path;
import java.util.List;

/**
 * A linked git worktree that this tool made, checked out at a snapshot's commit.
 *
 * @param path its root
 * @param commit the commit, 40 hexadecimal digits
 * @param administration git's own folder for it, {@code .git/worktrees/<id>}
 * @param launches the launches that need it: the lines of its lock's reason
 */
public record Worktree(Path path, String commit, Path administration, List<String> launches) {

    public Worktree {
        launches = List.copyOf(launches);
    }

    /** Whether it is at the commit that it was made for, which it is called by. */
    boolean isAtItsSnapshot() {
        return isNamedFor(path, commit);
    }

    /** Whether a worktree at a path was made for a commit. */
    static boolean isNamedFor(Path path, String commit) {
        String name = path.getFileName().toString();
        return name.length() >= Snapshot.SHORT && commit.startsWith(name.substring(0, Snapshot.SHORT));
    }
}
