package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.problem.SnapshotProblems;
import java.util.Locale;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;

/** Names that git adds to no tree, since on another computer they would be its own files: see core.protectNTFS. */
final class PathNames {

    private static final ObjectChecker CHECKER = new ObjectChecker();

    private PathNames() {}

    /**
     * Refuses such a name.
     *
     * @throws io.github.snapsweep.problem.Problem when the last name of a path is one
     */
    static void requireValid(String path, String name, boolean link) {
        String small = name.toLowerCase(Locale.ROOT);
        if (!small.contains("git")) {
            return;
        }
        if (link && small.equals(".gitmodules")) {
            throw SnapshotProblems.reservedName(ByteText.readable(path));
        }
        try {
            byte[] bytes = ByteText.bytes(name);
            CHECKER.checkPathSegment(bytes, 0, bytes.length);
        } catch (CorruptObjectException e) {
            throw SnapshotProblems.reservedName(ByteText.readable(path));
        }
    }
}
