package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Tells what a tree holds that a base commit does not. Folders that are the same on both sides are not entered. */
final class TreeComparison {

    private final ObjectReader objects;
    private final Set<String> untracked;
    private final List<String> skipped;

    /**
     * Prepares a comparison.
     *
     * @param objects where both trees are
     * @param untracked the paths that git did not track when the tree was captured, byte strings
     * @param skipped what the capture left out
     */
    TreeComparison(ObjectReader objects, Set<String> untracked, Collection<String> skipped) {
        this.objects = objects;
        this.untracked = untracked;
        this.skipped = List.copyOf(skipped);
    }

    /** Compares {@code base}, a commit or a tree (nothing when null), with {@code tree}. */
    Contents compare(@Nullable ObjectId base, ObjectId tree) throws IOException {
        List<String> changed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        List<String> deleted = new ArrayList<>();
        long bytes = 0;
        try (TreeWalk walk = new TreeWalk(objects.newReader());
                RevWalk commits = new RevWalk(objects.newReader())) {
            if (base == null) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(new CanonicalTreeParser(null, walk.getObjectReader(), commits.parseTree(base)));
            }
            walk.addTree(tree);
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                String raw = ByteText.of(walk.getRawPath());
                String path = ByteText.readable(raw);
                if (walk.getRawMode(1) == 0) {
                    deleted.add(path);
                    continue;
                }
                (walk.getRawMode(0) != 0 ? changed : untracked.contains(raw) ? fresh : added).add(path);
                if (!FileMode.GITLINK.equals(walk.getRawMode(1))) {
                    bytes += walk.getObjectReader().getObjectSize(walk.getObjectId(1), Constants.OBJ_BLOB);
                }
            }
        }
        return new Contents(changed, added, fresh, deleted, bytes, skipped, List.of());
    }
}
