package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.FileStat;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** A file, link or submodule on disk that is not, by its stat data alone, what the index has. */
final class ScannedFile {

    /** What {@link #entry} is of a file that git does not track. */
    static final int UNTRACKED = -1;

    private final String path;
    private final int entry;
    private final FileMode mode;
    private final FileStat stat;
    private @Nullable ObjectId id;

    /**
     * As the scan found it.
     *
     * @param path a byte string
     * @param entry its place in the index
     * @param mode what it is to be in a tree
     */
    ScannedFile(String path, int entry, FileMode mode, FileStat stat) {
        this.path = path;
        this.entry = entry;
        this.mode = mode;
        this.stat = stat;
    }

    String path() {
        return path;
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    int entry() {
        return entry;
    }

    boolean isUntracked() {
        return entry == UNTRACKED;
    }

    FileMode mode() {
        return mode;
    }

    FileStat stat() {
        return stat;
    }

    /** Its object; null before it was read, or when it is left out after all. */
    @Nullable
    ObjectId id() {
        return id;
    }

    void is(ObjectId object) {
        id = object;
    }
}
