package io.github.snapsweep.git;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Writes the index of a work tree that holds just what a tree does: version 2 of index-format(5), with the stat data of each
 * file and the tree of each folder, so that git need not read or write them again.
 */
public final class IndexWriter {

    private static final int VERSION = 2;
    private static final int LONGEST_PATH = 0xFFF;

    private final List<Entry> entries;
    private final NavigableMap<String, ObjectId> trees;

    /**
     * Prepares an index.
     *
     * @param entries in the order of a walk through the trees, which is the order of an index
     * @param trees the tree of each folder: the root's name is empty, all others end with a slash
     */
    public IndexWriter(List<Entry> entries, Map<String, ObjectId> trees) {
        this.entries = entries;
        this.trees = new TreeMap<>(trees);
    }

    /** Writes it whole or not at all: a {@code git gc} reads the index of every worktree, and gives up at half of one. */
    public void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        writeTo(unfinished);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void writeTo(Path file) throws IOException {
        try (DigestOutputStream digested =
                        new DigestOutputStream(Files.newOutputStream(file), Constants.newMessageDigest());
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(digested, 1 << 16))) {
            out.writeBytes("DIRC");
            out.writeInt(VERSION);
            out.writeInt(entries.size());
            for (Entry entry : entries) {
                write(entry, out);
            }
            byte[] extension = trees();
            out.writeBytes("TREE");
            out.writeInt(extension.length);
            out.write(extension);
            out.flush();
            out.write(digested.getMessageDigest().digest());
        }
    }

    private static void write(Entry entry, DataOutputStream out) throws IOException {
        byte[] path = ByteText.bytes(entry.path);
        out.write(entry.stat.bytes());
        entry.id.copyRawTo(out);
        out.writeShort(Math.min(path.length, LONGEST_PATH));
        out.write(path);
        int length = IndexStat.LENGTH + Constants.OBJECT_ID_LENGTH + 2 + path.length;
        out.write(new byte[8 - length % 8]);
    }

    /** Parents come before their folders, and so they do in a sorted map. */
    private byte[] trees() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (Entry entry : entries) {
            counts.merge(entry.path.substring(0, entry.path.lastIndexOf('/') + 1), 1, Integer::sum);
        }
        for (String folder : trees.descendingKeySet()) {
            if (!folder.isEmpty()) {
                counts.merge(parent(folder), counts.getOrDefault(folder, 0), Integer::sum);
            }
        }
        Map<String, List<String>> folders = new HashMap<>();
        for (String folder : trees.keySet()) {
            if (!folder.isEmpty()) {
                folders.computeIfAbsent(parent(folder), name -> new ArrayList<>())
                        .add(folder);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        tree("", "", entries.size(), counts, folders, out);
        return out.toByteArray();
    }

    private static String parent(String folder) {
        return folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
    }

    private void tree(
            String folder,
            String name,
            int count,
            Map<String, Integer> counts,
            Map<String, List<String>> folders,
            ByteArrayOutputStream out)
            throws IOException {
        List<String> below = folders.getOrDefault(folder, List.of());
        out.write(ByteText.bytes(name));
        out.write(("\0" + count + " " + below.size() + "\n").getBytes(StandardCharsets.US_ASCII));
        ObjectId id = trees.get(folder);
        if (id == null) {
            throw new IllegalStateException("the tree of " + folder + " is not known");
        }
        id.copyRawTo(out);
        for (String child : below) {
            String own = child.substring(folder.length(), child.length() - 1);
            tree(child, own, counts.getOrDefault(child, 0), counts, folders, out);
        }
    }

    /** What an index says of a file, link or submodule. */
    public static final class Entry {

        private final String path;
        private final ObjectId id;
        private final IndexStat stat;

        private Entry(String path, ObjectId id, IndexStat stat) {
            this.path = path;
            this.id = id;
            this.stat = stat;
        }

        /**
         * Of a file or link on disk.
         *
         * @param path in the repository, a byte string
         * @param mode in the tree
         */
        public static Entry onDisk(String path, int mode, ObjectId id, Path file) throws IOException {
            return new Entry(path, id, IndexStat.of(file, mode));
        }

        /** Of a submodule: git looks at none of its stat data. */
        public static Entry submodule(String path, int mode, ObjectId id) {
            return new Entry(path, id, IndexStat.none(mode));
        }

        /** As another index has it. */
        public static Entry of(GitIndex index, int entry) {
            return new Entry(index.path(entry), index.id(entry), index.stat(entry));
        }

        public String path() {
            return path;
        }
    }
}
