package io.github.snapsweep.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;

/**
 * The stat data of one file as an index has it, so that git need not read the file again: see index-format(5).
 *
 * @param bytes the first 40 bytes of the entry: times, device, inode, mode, owner, group, size
 */
@SuppressWarnings("ArrayRecordComponent") // handed through to the index
record IndexStat(byte[] bytes) {

    static final int LENGTH = 40;

    private static final String ATTRIBUTES = "unix:ctime,lastModifiedTime,dev,ino,uid,gid,size";

    /** Of a file on disk; the entry has the given mode. */
    static IndexStat of(Path path, int mode) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        ByteBuffer entry = ByteBuffer.allocate(LENGTH);
        put(entry, (FileTime) Objects.requireNonNull(attributes.get("ctime")));
        put(entry, (FileTime) Objects.requireNonNull(attributes.get("lastModifiedTime")));
        put(entry, attributes, "dev");
        put(entry, attributes, "ino");
        entry.putInt(mode);
        put(entry, attributes, "uid");
        put(entry, attributes, "gid");
        put(entry, attributes, "size");
        return new IndexStat(entry.array());
    }

    /** Of something that has no file of its own, a submodule: git looks at none of it. */
    static IndexStat none(int mode) {
        return new IndexStat(ByteBuffer.allocate(LENGTH).putInt(24, mode).array());
    }

    private static void put(ByteBuffer entry, FileTime time) {
        entry.putInt((int) FileStat.seconds(time));
        entry.putInt(FileStat.nanoseconds(time));
    }

    private static void put(ByteBuffer entry, Map<String, Object> attributes, String name) {
        entry.putInt(((Number) Objects.requireNonNull(attributes.get(name))).intValue());
    }
}
