package io.github.snapsweep.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What lstat(2) says of a file, as far as git looks at it.
 *
 * @param mode type and permissions
 * @param size in bytes
 * @param modified when its content last changed
 * @param changed when its content, owner, permissions or name last changed
 */
public record FileStat(int mode, long size, FileTime modified, FileTime changed) {

    private static final String ATTRIBUTES = "unix:mode,size,lastModifiedTime,ctime";
    private static final String TRACE = "unix:mode,ctime";
    private static final int TYPE = 0170000;
    private static final int FOLDER = 0040000;
    private static final int FILE = 0100000;
    private static final int LINK = 0120000;
    private static final int OWNER_MAY_EXECUTE = 0100;
    private static final LinkOption[] NOFOLLOW = {LinkOption.NOFOLLOW_LINKS};

    /**
     * Asks for a file's; a link is not followed.
     *
     * @throws java.nio.file.NoSuchFileException when there is none
     */
    public static FileStat of(Path path) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(path, ATTRIBUTES, NOFOLLOW);
        return new FileStat(
                (Integer) value(attributes, "mode"),
                (Long) value(attributes, "size"),
                (FileTime) value(attributes, "lastModifiedTime"),
                (FileTime) value(attributes, "ctime"));
    }

    /**
     * Asks for no more than is needed to know that nothing happened to a file: any change of content, size, time or
     * permissions is one of the inode too, see inode(7). It costs half of the whole.
     *
     * @throws java.nio.file.NoSuchFileException when there is none
     */
    static Trace trace(Path path) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(path, TRACE, NOFOLLOW);
        return new Trace((Integer) value(attributes, "mode"), (FileTime) value(attributes, "ctime"));
    }

    /** A file's mode, and when its inode was last changed. */
    record Trace(int mode, FileTime changed) {
        boolean isFile() {
            return (mode & TYPE) == FILE;
        }

        boolean isExecutable() {
            return (mode & OWNER_MAY_EXECUTE) != 0;
        }
    }

    private static Object value(Map<String, Object> attributes, String name) {
        return Objects.requireNonNull(attributes.get(name), name);
    }

    public boolean isFolder() {
        return (mode & TYPE) == FOLDER;
    }

    public boolean isFile() {
        return (mode & TYPE) == FILE;
    }

    public boolean isLink() {
        return (mode & TYPE) == LINK;
    }

    public boolean isExecutable() {
        return (mode & OWNER_MAY_EXECUTE) != 0;
    }

    static int nanoseconds(FileTime time) {
        return (int) Math.floorMod(time.to(TimeUnit.NANOSECONDS), 1_000_000_000L);
    }

    static long seconds(FileTime time) {
        return Math.floorDiv(time.to(TimeUnit.NANOSECONDS), 1_000_000_000L);
    }
}
