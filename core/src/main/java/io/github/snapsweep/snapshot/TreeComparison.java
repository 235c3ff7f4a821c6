package io.github.snapsweep.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Tells what a tree holds that a base commit does not. Folders that are the same on both sides are not entered. */
final class TreeComparison {

    private final Repository repository;
    private final Set<String> untracked;
    private final List<String> skipped;

    /**
     * @param untracked the paths that git did not track when the tree was captured
     * @param skipped what the capture left out
     */
    TreeComparison(Repository repository, Set<String> untracked, Collection<String> skipped) {
        this.repository = repository;
        this.untracked = untracked;
        this.skipped = List.copyOf(skipped);
    }

    /** Compares the tree of {@code base} (nothing when null) with {@code tree}. */
    Contents compare(@Nullable ObjectId base, ObjectId tree) throws IOException {
        List<String> changed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        List<String> deleted = new ArrayList<>();
        long bytes = 0;
        try (TreeWalk walk = new TreeWalk(repository);
                RevWalk commits = new RevWalk(repository)) {
            if (base == null) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(new CanonicalTreeParser(
                        null, walk.getObjectReader(), commits.parseCommit(base).getTree()));
            }
            walk.addTree(tree);
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                String path = walk.getPathString();
                if (walk.getRawMode(1) == 0) {
                    deleted.add(path);
                    continue;
                }
                (walk.getRawMode(0) != 0 ? changed : untracked.contains(path) ? fresh : added).add(path);
                if (!FileMode.GITLINK.equals(walk.getRawMode(1))) {
                    bytes += walk.getObjectReader().getObjectSize(walk.getObjectId(1), Constants.OBJ_BLOB);
                }
            }
        }
        return new Contents(changed, added, fresh, deleted, bytes, skipped);
    }
}
