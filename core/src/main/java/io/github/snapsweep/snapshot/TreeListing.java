package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * All that a tree holds, in the order of an index.
 *
 * @param items the files, links and submodules
 * @param folders the tree of each folder, parents first: the root's name is empty, all others end with a slash
 */
record TreeListing(List<TreeItem> items, Map<String, ObjectId> folders) {

    /** A tree that somebody made by hand may say {@code ..} or {@code .git}: git writes no such file, and nor do we. */
    private static final ObjectChecker NAMES = new ObjectChecker();

    static TreeListing of(ObjectId tree, Repository repository) throws IOException {
        List<TreeItem> items = new ArrayList<>();
        Map<String, ObjectId> folders = new LinkedHashMap<>();
        folders.put("", tree);
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            while (walk.next()) {
                byte[] raw = walk.getRawPath();
                String path = ByteText.of(raw);
                NAMES.checkPathSegment(raw, path.lastIndexOf('/') + 1, raw.length);
                if (walk.isSubtree()) {
                    folders.put(path + "/", walk.getObjectId(0));
                    walk.enterSubtree();
                } else {
                    items.add(new TreeItem(path, walk.getFileMode(0), walk.getObjectId(0)));
                }
            }
        }
        return new TreeListing(items, folders);
    }

    /** What the {@code .gitattributes} files in it say, by their folders. */
    Map<String, String> attributes(ObjectReader reader) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (TreeItem item : items) {
            if (item.path().endsWith(Constants.DOT_GIT_ATTRIBUTES) && isFile(item.mode())) {
                String folder = item.path().substring(0, item.path().lastIndexOf('/') + 1);
                if (!item.path().equals(folder + Constants.DOT_GIT_ATTRIBUTES)) {
                    continue;
                }
                byte[] text = reader.open(item.id(), Constants.OBJ_BLOB).getBytes();
                texts.put(folder, ByteText.of(text));
            }
        }
        return texts;
    }

    private static boolean isFile(FileMode mode) {
        return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    }
}
