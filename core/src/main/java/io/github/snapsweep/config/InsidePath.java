package io.github.snapsweep.config;

import java.nio.file.Path;

/** A path that can be linked into a worktree: relative, below the folder it starts from, and none of git's own. */
final class InsidePath {

    private static final Path PARENT = Path.of("..");
    private static final Path GIT = Path.of(".git");
    private static final Path HERE = Path.of("");

    private InsidePath() {}

    /** @throws IllegalArgumentException when it is none */
    static Path parse(String text) {
        Path typed = Path.of(Scalars.visible(text.strip()));
        Path path = typed.normalize();
        if (typed.isAbsolute() || path.equals(HERE) || contains(typed, PARENT) || contains(path, GIT)) {
            throw new IllegalArgumentException(text);
        }
        return path;
    }

    private static boolean contains(Path path, Path name) {
        for (Path part : path) {
            if (part.toString().equalsIgnoreCase(name.toString())) { // some file systems know no capitals
                return true;
            }
        }
        return false;
    }
}
