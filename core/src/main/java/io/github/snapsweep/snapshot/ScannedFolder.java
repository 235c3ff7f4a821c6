package io.github.snapsweep.snapshot;

import java.util.BitSet;
import java.util.List;

/**
 * A folder as a scan found it.
 *
 * @param path relative to the work tree, a byte string: empty for the root, else with a slash at its end
 * @param first the first entry of the index below it
 * @param end the entry after the last one
 * @param kept the entries of the index, in the folder itself, that are on disk as they were: each by its distance from the
 *     first
 * @param files what is not, or not in the index
 * @param folders the folders in it that hold anything
 */
record ScannedFolder(
        String path, int first, int end, BitSet kept, List<ScannedFile> files, List<ScannedFolder> folders) {

    /** The name in its parent. */
    String name() {
        return path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
    }
}
