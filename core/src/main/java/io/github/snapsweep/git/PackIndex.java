package io.github.snapsweep.git;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.List;
import org.eclipse.jgit.lib.Constants;

/** Writes the index of a pack, version 2: see pack-format(5). */
final class PackIndex {

    private static final int MAGIC = 0xFF744F63;
    private static final int VERSION = 2;
    private static final int FIRST_BYTES = 256;
    private static final long LARGE = 1L << 31;

    private PackIndex() {}

    /**
     * Writes it.
     *
     * @param objects in the order of their ids
     * @param checksum the pack's
     */
    static void write(Path file, List<PackedObject> objects, byte[] checksum) throws IOException {
        try (FileOutputStream raw = new FileOutputStream(file.toFile());
                DigestOutputStream digested =
                        new DigestOutputStream(new BufferedOutputStream(raw), Constants.newMessageDigest());
                DataOutputStream out = new DataOutputStream(digested)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            fanOut(objects, out);
            for (PackedObject object : objects) {
                object.id().copyRawTo(out);
            }
            for (PackedObject object : objects) {
                out.writeInt(object.crc());
            }
            offsets(objects, out);
            out.write(checksum);
            out.write(digested.getMessageDigest().digest());
        }
    }

    /** For each first byte of an id, how many ids begin with it or a smaller one. */
    private static void fanOut(List<PackedObject> objects, DataOutputStream out) throws IOException {
        int count = 0;
        for (int first = 0; first < FIRST_BYTES; first++) {
            while (count < objects.size() && objects.get(count).id().getFirstByte() <= first) {
                count++;
            }
            out.writeInt(count);
        }
    }

    private static void offsets(List<PackedObject> objects, DataOutputStream out) throws IOException {
        int large = 0;
        for (PackedObject object : objects) {
            out.writeInt(object.offset() < LARGE ? (int) object.offset() : (int) LARGE | large++);
        }
        for (PackedObject object : objects) {
            if (object.offset() >= LARGE) {
                out.writeLong(object.offset());
            }
        }
    }
}
