package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.git.GitIndex;
import io.github.snapsweep.git.IndexTree;
import io.github.snapsweep.git.ObjectPack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.jspecify.annotations.Nullable;

/** Makes the trees of what was scanned, from the leaves up; a folder in which nothing differs has the tree that it had. */
final class TreeWriter {

    private final GitIndex index;
    private final ObjectReader reader;
    private final ObjectPack pack;
    private final Map<ObjectId, byte[]> written = new HashMap<>();

    TreeWriter(GitIndex index, ObjectReader reader, ObjectPack pack) {
        this.index = index;
        this.reader = reader;
        this.pack = pack;
    }

    /** The tree of everything. */
    ObjectId write(ScannedFolder root) throws IOException {
        ObjectId tree = known(root, index.tree()).id();
        return tree == null ? add(new TreeFormatter().toByteArray(), false) : tree;
    }

    /** The trees that were written, by their ids. */
    Map<ObjectId, byte[]> written() {
        return written;
    }

    /** The folder's tree, which the repository has or the pack has then. */
    private Result known(ScannedFolder folder, @Nullable IndexTree remembered) throws IOException {
        Result result = write(folder, remembered, true);
        return result.remembered() && result.id() != null && !reader.has(result.id())
                ? write(folder, remembered, false)
                : result;
    }

    /** @param trusting whether what the index remembers of the folder itself may be the answer */
    private Result write(ScannedFolder folder, @Nullable IndexTree remembered, boolean trusting) throws IOException {
        if (trusting && remembered != null && remembered.id() != null && isSame(folder)) {
            return new Result(remembered.id(), true);
        }
        List<Entry> entries = new ArrayList<>();
        boolean same = isSame(folder);
        for (ScannedFolder below : folder.folders()) {
            Result result = known(below, remembered == null ? null : remembered.folder(below.name()));
            if (result.id() != null) {
                entries.add(new Entry(below.name(), FileMode.TREE.getBits(), result.id()));
            }
        }
        for (ScannedFile file : folder.files()) {
            if (file.id() != null) {
                entries.add(new Entry(file.name(), file.mode().getBits(), file.id()));
            }
        }
        for (int at = folder.kept().nextSetBit(0); at >= 0; at = folder.kept().nextSetBit(at + 1)) {
            int entry = folder.first() + at;
            entries.add(
                    new Entry(index.path(entry).substring(folder.path().length()), index.mode(entry), index.id(entry)));
        }
        return new Result(entries.isEmpty() ? null : add(format(entries), same), false);
    }

    /** Whether a folder holds what the index has of it, down to the leaves. */
    private boolean isSame(ScannedFolder folder) {
        if (!folder.files().stream().allMatch(this::isAsIndexed)) {
            return false;
        }
        int known = folder.kept().cardinality() + folder.files().size();
        for (ScannedFolder below : folder.folders()) {
            if (!isSame(below)) {
                return false;
            }
            known += below.end() - below.first();
        }
        return known == folder.end() - folder.first();
    }

    /** Whether a file only looked as if it differed. */
    private boolean isAsIndexed(ScannedFile file) {
        return !file.isUntracked()
                && index.stage(file.entry()) == 0
                && !index.isIntentToAdd(file.entry())
                && file.mode().equals(index.mode(file.entry()))
                && index.id(file.entry()).equals(file.id());
    }

    private static byte[] format(List<Entry> entries) {
        entries.sort(Comparator.comparing(Entry::sortedBy));
        TreeFormatter tree = new TreeFormatter();
        for (Entry entry : entries) {
            byte[] name = ByteText.bytes(entry.name());
            tree.append(name, 0, name.length, FileMode.fromBits(entry.mode()), entry.id());
        }
        return tree.toByteArray();
    }

    /** @param same whether the index has the same: then the tree is likely to be there */
    private ObjectId add(byte[] tree, boolean same) throws IOException {
        ObjectId id = ObjectPack.id(Constants.OBJ_TREE, tree);
        if (same && reader.has(id)) {
            return id;
        }
        written.put(id, tree);
        return pack.add(Constants.OBJ_TREE, tree);
    }

    /**
     * What became of a folder.
     *
     * @param id its tree, null when it is empty
     * @param remembered whether the id is what the index remembers
     */
    private record Result(@Nullable ObjectId id, boolean remembered) {}

    private record Entry(String name, int mode, ObjectId id) {

        /** Git sorts a folder as if its name ended with a slash. */
        String sortedBy() {
            return FileMode.TREE.equals(mode) ? name + "/" : name;
        }
    }
}
