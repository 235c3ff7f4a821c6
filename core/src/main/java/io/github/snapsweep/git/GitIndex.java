package io.github.snapsweep.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Arrays;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The index of a work tree, read and never written: its entries in git's own order (by path, byte by byte, then by
 * stage). See index-format(5); versions 2, 3 and 4 are known.
 */
public final class GitIndex {

    static final int EXTENDED = 0x4000;
    static final int STAGE_SHIFT = 12;

    private static final int ASSUME_VALID = 0x8000;
    private static final int SKIP_WORKTREE = 0x4000;
    private static final int INTENT_TO_ADD = 0x2000;
    private static final int EXTENDED_SINCE = 3;
    private static final int ID = 40;
    private static final int FLAGS = 60;
    private static final int CHECKSUM = 20;
    private static final int PATH_LENGTH = 0xFFF;
    private static final int REGULAR = 0100000;
    private static final int EXECUTABLE = 0100;

    private final byte[] bytes;
    private final int[] offsets;
    private final String[] paths;
    private final @Nullable FileStat file;
    private final @Nullable IndexTree tree;

    GitIndex(byte[] bytes, int[] offsets, String[] paths, @Nullable FileStat file, @Nullable IndexTree tree) {
        this.bytes = bytes;
        this.offsets = offsets;
        this.paths = paths;
        this.file = file;
        this.tree = tree;
    }

    /**
     * Reads an index; one that is not there has no entries.
     *
     * @throws UnreadableIndex when it is damaged, or of a kind that is not known
     */
    public static GitIndex read(Path file) throws IOException {
        try {
            FileStat stat = FileStat.of(file);
            return new IndexParser(Files.readAllBytes(file), stat).parse();
        } catch (NoSuchFileException e) {
            return new GitIndex(new byte[0], new int[0], new String[0], null, null);
        }
    }

    /**
     * Makes sure that the file is as it was written. It takes as long as all the rest: it may run beside it.
     *
     * @throws UnreadableIndex when its checksum is another one
     */
    public void requireSound() throws UnreadableIndex {
        int end = Math.max(0, bytes.length - CHECKSUM);
        byte[] recorded = Arrays.copyOfRange(bytes, end, bytes.length);
        if (bytes.length == 0 || Arrays.equals(recorded, new byte[CHECKSUM])) {
            return; // git may be told to write zeros in its place: index.skipHash
        }
        MessageDigest digest = Constants.newMessageDigest();
        digest.update(bytes, 0, end);
        if (!Arrays.equals(recorded, digest.digest())) {
            throw new UnreadableIndex("it is damaged: its checksum is wrong");
        }
    }

    /** Whether nobody wrote the file since it was read. */
    public boolean isStill(Path path) throws IOException {
        try {
            return FileStat.of(path).equals(file);
        } catch (NoSuchFileException e) {
            return file == null;
        }
    }

    public int size() {
        return offsets.length;
    }

    /** An entry's path, a byte string. */
    public String path(int entry) {
        return paths[entry];
    }

    public int mode(int entry) {
        return int32(offsets[entry] + 24);
    }

    public ObjectId id(int entry) {
        return ObjectId.fromRaw(bytes, offsets[entry] + ID);
    }

    /** 0, or for a path in conflict 1 to 3: base, ours, theirs. */
    public int stage(int entry) {
        return (flags(entry) >> STAGE_SHIFT) & 3;
    }

    public boolean isAssumedUnchanged(int entry) {
        return (flags(entry) & ASSUME_VALID) != 0;
    }

    public boolean isSkipped(int entry) {
        return (extendedFlags(entry) & SKIP_WORKTREE) != 0;
    }

    public boolean isIntentToAdd(int entry) {
        return (extendedFlags(entry) & INTENT_TO_ADD) != 0;
    }

    /** Whether any entry is one that a sparse checkout leaves out. */
    public boolean hasSkipped() {
        if (bytes.length == 0 || int32(4) < EXTENDED_SINCE) {
            return false;
        }
        for (int entry = 0; entry < size(); entry++) {
            if (isSkipped(entry)) {
                return true;
            }
        }
        return false;
    }

    /** What it remembers of the trees of its folders; null when nothing. */
    public @Nullable IndexTree tree() {
        return tree;
    }

    /** The first entry whose path is not below the given one, in the order of the index. */
    public int find(String path) {
        int low = 0;
        int high = paths.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (paths[middle].compareTo(path) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The entry of a path, in a conflict the one that git looks at: ours, base, theirs; -1 when there is none. */
    public int entry(String path) {
        int at = find(path);
        if (at == paths.length || !paths[at].equals(path)) {
            return -1;
        }
        boolean oursFollows = stage(at) == 1 && at + 1 < paths.length && paths[at + 1].equals(path);
        return oursFollows && stage(at + 1) == 2 ? at + 1 : at;
    }

    /**
     * Whether a file is, by its stat data alone, the one that the entry was written for. As git has it (see racy-git(5)
     * in its technical documents), and a little stricter: nanoseconds count too.
     */
    public boolean isUnchanged(int entry, FileStat stat, StatRules rules) {
        int at = offsets[entry];
        if (int32(at + 36) != (int) stat.size()
                || int32(at + 8) != (int) FileStat.seconds(stat.modified())
                || isAsYoungAsTheIndex(stat.modified(), rules)
                || (stat.size() == 0 && !isEmptyBlob(at + ID))) {
            return false;
        }
        return rules.minimal()
                || (sameNanoseconds(at + 12, stat.modified())
                        && (!rules.trustChanged() || sameTime(at, stat.changed())));
    }

    /**
     * A file that was modified when the index was written, or later, may have been modified again in the same instant: only
     * its content tells. Instants are as long as the file system says: a second, where it counts no nanoseconds.
     */
    private boolean isAsYoungAsTheIndex(FileTime modified, StatRules rules) {
        if (file == null) {
            return true;
        }
        boolean countsNanoseconds = !rules.wholeSeconds()
                && FileStat.nanoseconds(modified) != 0
                && FileStat.nanoseconds(file.modified()) != 0;
        return countsNanoseconds
                ? modified.compareTo(file.modified()) >= 0
                : FileStat.seconds(modified) >= FileStat.seconds(file.modified());
    }

    private boolean sameTime(int at, FileTime time) {
        int seconds = int32(at);
        return (seconds == 0 && int32(at + 4) == 0)
                || (seconds == (int) FileStat.seconds(time) && sameNanoseconds(at + 4, time));
    }

    private boolean sameNanoseconds(int at, FileTime time) {
        int recorded = int32(at);
        int now = FileStat.nanoseconds(time);
        return recorded == now || recorded == 0 || now == 0;
    }

    /**
     * As {@link #isUnchanged}, for a file on disk, and quicker: false when its inode alone does not prove it.
     *
     * @param trustModes whether the file system tells what may be executed: then that has to be the same too
     */
    public boolean isUntouched(int entry, Path path, StatRules rules, boolean trustModes) throws IOException {
        int at = offsets[entry];
        int seconds = int32(at);
        int nanoseconds = int32(at + 4);
        if (!rules.trustChanged()
                || rules.minimal()
                || nanoseconds == 0
                || (mode(entry) & REGULAR) != REGULAR
                || (flags(entry) & ~PATH_LENGTH) != 0
                || (int32(at + 36) == 0 && !isEmptyBlob(at + ID))
                || isRecordedAsYoungAsTheIndex(at)) {
            return false;
        }
        FileStat.Trace now = FileStat.trace(path);
        return now.isFile()
                && seconds == (int) FileStat.seconds(now.changed())
                && nanoseconds == FileStat.nanoseconds(now.changed())
                && (!trustModes || now.isExecutable() == ((mode(entry) & EXECUTABLE) != 0));
    }

    private boolean isRecordedAsYoungAsTheIndex(int at) {
        return file == null || Integer.toUnsignedLong(int32(at + 8)) >= FileStat.seconds(file.modified());
    }

    private boolean isEmptyBlob(int at) {
        return EmptyBlob.ID.equals(ObjectId.fromRaw(bytes, at));
    }

    /** An entry as it stands in the file, with its stat data: 40 bytes. */
    IndexStat stat(int entry) {
        return new IndexStat(Arrays.copyOfRange(bytes, offsets[entry], offsets[entry] + IndexStat.LENGTH));
    }

    /** Whether another index says the same of each path, whatever it remembers of the files' stat data. */
    public boolean saysTheSameAs(GitIndex other) {
        if (size() != other.size()) {
            return false;
        }
        for (int entry = 0; entry < size(); entry++) {
            if (!paths[entry].equals(other.paths[entry])
                    || mode(entry) != other.mode(entry)
                    || flags(entry) != other.flags(entry)
                    || extendedFlags(entry) != other.extendedFlags(entry)
                    || !id(entry).equals(other.id(entry))) {
                return false;
            }
        }
        return true;
    }

    private int flags(int entry) {
        return int16(bytes, offsets[entry] + FLAGS);
    }

    private int extendedFlags(int entry) {
        return (flags(entry) & EXTENDED) == 0 ? 0 : int16(bytes, offsets[entry] + FLAGS + 2);
    }

    private int int32(int at) {
        return int32(bytes, at);
    }

    static int int32(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF);
    }

    static int int16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    /** The object of a file without content. */
    private static final class EmptyBlob {
        static final ObjectId ID = ObjectId.fromString("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
    }
}
