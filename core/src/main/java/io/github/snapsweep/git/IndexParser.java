package io.github.snapsweep.git;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes an index file apart: see index-format(5). */
final class IndexParser {

    private static final int HEADER = 12;
    private static final int CHECKSUM = 20;
    private static final int FIXED = 62;
    private static final int PATH_LENGTH = 0xFFF;

    private final byte[] bytes;
    private final FileStat file;
    private int at = HEADER;

    IndexParser(byte[] bytes, FileStat file) {
        this.bytes = bytes;
        this.file = file;
    }

    GitIndex parse() throws UnreadableIndex {
        try {
            return parseAll();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new UnreadableIndex("it is damaged"); // a length in it leads out of it
        }
    }

    private GitIndex parseAll() throws UnreadableIndex {
        if (bytes.length < HEADER + CHECKSUM || !ByteText.of(bytes, 0, 4).equals("DIRC")) {
            throw new UnreadableIndex("it is damaged: it does not begin as an index does");
        }
        int version = GitIndex.int32(bytes, 4);
        if (version < 2 || version > 4) {
            throw new UnreadableIndex("it is of version " + version + ", and only 2, 3 and 4 are known");
        }
        int count = GitIndex.int32(bytes, 8);
        if (count < 0 || count > bytes.length / FIXED) {
            throw new UnreadableIndex("it is damaged: it cannot have " + count + " entries");
        }
        int[] offsets = new int[count];
        String[] paths = new String[count];
        String previous = "";
        for (int entry = 0; entry < count; entry++) {
            offsets[entry] = at;
            previous = version == 4 ? compressedPath(previous) : path();
            paths[entry] = previous;
        }
        return new GitIndex(bytes, offsets, paths, file, extensions());
    }

    private String path() {
        int start = pathStart();
        int length = GitIndex.int16(bytes, at + FIXED - 2) & PATH_LENGTH;
        if (length == PATH_LENGTH) {
            length = nul(start) - start;
        }
        String path = ByteText.of(bytes, start, length);
        at += (start - at + length + 8) & ~7;
        return path;
    }

    /** Version 4: so many bytes fewer of the path before, then the rest of this one. */
    private String compressedPath(String previous) {
        int from = pathStart();
        int strip = bytes[from] & 0x7F;
        while ((bytes[from++] & 0x80) != 0) {
            strip = ((strip + 1) << 7) | (bytes[from] & 0x7F);
        }
        int end = nul(from);
        String path = previous.substring(0, previous.length() - strip) + ByteText.of(bytes, from, end - from);
        at = end + 1;
        return path;
    }

    private int pathStart() {
        boolean extended = (GitIndex.int16(bytes, at + FIXED - 2) & GitIndex.EXTENDED) != 0;
        return at + FIXED + (extended ? 2 : 0);
    }

    private int nul(int from) {
        int end = from;
        while (bytes[end] != 0) {
            end++;
        }
        return end;
    }

    /** One whose name begins with a small letter must be understood. */
    private @Nullable IndexTree extensions() throws UnreadableIndex {
        IndexTree tree = null;
        while (at < bytes.length - CHECKSUM) {
            String name = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
            int length = GitIndex.int32(bytes, at + 4);
            if (length < 0 || length > bytes.length - CHECKSUM - at - 8) {
                throw new UnreadableIndex("it is damaged: its extension " + name + " has no end");
            }
            if (name.equals("TREE")) {
                tree = IndexTree.parse(bytes, at + 8, length);
            } else if (Character.isLowerCase(name.charAt(0))) {
                throw new UnreadableIndex(
                        switch (name) {
                            case "link" -> "it is a split index";
                            case "sdir" -> "it is a sparse index";
                            default -> "it has the extension '" + name + "', which is not known";
                        });
            }
            at += 8 + length;
        }
        return tree;
    }
}
