package io.github.snapsweep.git;

import org.eclipse.jgit.lib.ObjectId;

/**
 * An object in a pack.
 *
 * @param size of its content, in bytes
 * @param offset where it begins
 * @param crc of its bytes there
 */
record PackedObject(ObjectId id, long size, long offset, int crc) implements Comparable<PackedObject> {

    @Override
    public int compareTo(PackedObject other) {
        return id.compareTo(other.id);
    }
}
