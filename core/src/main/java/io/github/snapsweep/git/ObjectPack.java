package io.github.snapsweep.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * New objects, in one pack: see pack-format(5). They come from several threads, and stay aside until the pack is published;
 * what is never published leaves no trace in the repository.
 *
 * <p>A published pack has a {@code .keep} file until it is released: no {@code git gc}, and no {@code git prune}, whenever it
 * began, takes the objects away before there is a ref to them. See git-repack(1).
 */
public final class ObjectPack implements AutoCloseable {

    private static final int HEADER = 12;
    private static final int VERSION = 2;
    private static final int BUFFER = 1 << 16;
    private static final String KEEP = ".keep";
    private static final String REASON = "snapsweep: until there is a ref to these objects\n";
    private static final String KEPT = "kept";

    private final Path folder;
    private final Map<ObjectId, PackedObject> objects = new HashMap<>();
    private @Nullable FileChannel channel;
    private long length = HEADER;
    private @Nullable Path kept;

    /** @param folder a folder of its own, on the file system of the repository; made when it is needed, and removed */
    public ObjectPack(Path folder) {
        this.folder = folder;
    }

    /** Adds an object; several threads may. */
    public ObjectId add(int type, byte[] content) throws IOException {
        ObjectId id = id(type, content);
        if (has(id)) {
            return id;
        }
        byte[] deflated = deflate(content);
        byte[] header = header(type, content.length);
        synchronized (this) {
            if (!has(id)) {
                CRC32 crc = new CRC32();
                crc.update(header);
                crc.update(deflated);
                append(ByteBuffer.wrap(header));
                append(ByteBuffer.wrap(deflated));
                objects.put(id, new PackedObject(id, content.length, length, (int) crc.getValue()));
                length += header.length + deflated.length;
            }
        }
        return id;
    }

    /** Whether an object was added. */
    public synchronized boolean has(ObjectId id) {
        return objects.containsKey(id);
    }

    /** The size of an object that was added, in bytes. */
    public synchronized OptionalLong size(ObjectId id) {
        PackedObject object = objects.get(id);
        return object == null ? OptionalLong.empty() : OptionalLong.of(object.size());
    }

    /** The id that an object has. */
    public static ObjectId id(int type, byte[] content) {
        MessageDigest digest = Constants.newMessageDigest();
        digest.update(Constants.encodeASCII(Constants.typeString(type) + " " + content.length + "\0"));
        digest.update(content);
        return ObjectId.fromRaw(digest.digest());
    }

    /**
     * Adds a file of any size without holding it in memory.
     *
     * @param size how many bytes there are
     * @param unless an id that is not to be added, since the repository has it; null when there is none
     * @throws java.io.EOFException when there are fewer, or more
     */
    public synchronized ObjectId add(long size, InputStream content, @Nullable ObjectId unless) throws IOException {
        long start = length;
        MessageDigest digest = Constants.newMessageDigest();
        digest.update(Constants.encodeASCII(Constants.TYPE_BLOB + " " + size + "\0"));
        CRC32 crc = new CRC32();
        byte[] header = header(Constants.OBJ_BLOB, size);
        crc.update(header);
        Deflater deflater = new Deflater();
        try {
            append(ByteBuffer.wrap(header));
            OutputStream out = new CheckedPackStream(Channels.newOutputStream(channel()), crc);
            try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater, BUFFER)) {
                copy(content, size, digest, deflated);
            }
            ObjectId id = ObjectId.fromRaw(digest.digest());
            if (id.equals(unless) || objects.containsKey(id)) {
                cut(start);
            } else {
                objects.put(id, new PackedObject(id, size, start, (int) crc.getValue()));
                length = channel().position();
            }
            return id;
        } catch (IOException e) {
            cut(start);
            throw e;
        } finally {
            deflater.end();
        }
    }

    private static void copy(InputStream in, long size, MessageDigest digest, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = size;
        int read;
        while ((read = in.read(buffer)) >= 0) {
            left -= read;
            if (left < 0) {
                break;
            }
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
        }
        if (left != 0) {
            throw new java.io.EOFException("it is not " + size + " bytes long");
        }
    }

    private void cut(long start) throws IOException {
        channel().truncate(start).position(start);
    }

    public synchronized boolean isEmpty() {
        return objects.isEmpty();
    }

    /** A folder for what else is made on the way; it goes with the pack. */
    public Path folder() throws IOException {
        return Files.createDirectories(folder);
    }

    /**
     * Makes the objects part of a repository, durable before anybody sees them.
     *
     * @param database the repository's {@code objects} folder
     * @param permissions who may read them there
     * @param durability what of it is on the disk before this returns
     */
    public synchronized void publish(Path database, SharedPermissions permissions, Durability durability)
            throws IOException {
        if (objects.isEmpty()) {
            return;
        }
        byte[] checksum = finish();
        durability.harden(Durability.Component.PACK, packFile());
        List<PackedObject> sorted = new ArrayList<>(objects.values());
        sorted.sort(null);
        Path index = folder.resolve("index");
        PackIndex.write(index, sorted, checksum);
        durability.harden(Durability.Component.PACK_METADATA, index);
        Path target = Files.createDirectories(database.resolve("pack"));
        String name = "pack-" + ObjectId.fromRaw(checksum).name();
        kept = target.resolve(name + KEEP);
        Files.writeString(folder.resolve(KEPT), kept.toString());
        Files.writeString(kept, REASON);
        move(packFile(), target.resolve(name + ".pack"), permissions);
        move(index, target.resolve(name + ".idx"), permissions); // last: with it the pack is there
        durability.harden(Durability.Component.PACK, target);
    }

    private static void move(Path from, Path to, SharedPermissions permissions) throws IOException {
        permissions.shareReadOnly(from);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Says how many objects there are, now that it is known, and ends the pack with its checksum. */
    private byte[] finish() throws IOException {
        FileChannel pack = channel();
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.put(Constants.encodeASCII("PACK"))
                .putInt(VERSION)
                .putInt(objects.size())
                .flip();
        pack.write(header, 0);
        MessageDigest digest = Constants.newMessageDigest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long at = 0;
        while (at < length) {
            buffer.clear();
            int read = pack.read(buffer, at);
            if (read < 0) {
                throw new IOException("the pack lost its end");
            }
            digest.update(buffer.flip());
            at += read;
        }
        byte[] checksum = digest.digest();
        pack.position(length);
        append(ByteBuffer.wrap(checksum));
        return checksum;
    }

    /** There is a ref now: the objects are the repository's own, as all others. */
    public synchronized void release() throws IOException {
        if (kept != null) {
            Files.deleteIfExists(kept);
            kept = null;
        }
    }

    private Path packFile() {
        return folder.resolve("pack");
    }

    private FileChannel channel() throws IOException {
        if (channel == null) {
            folder();
            channel = FileChannel.open(
                    packFile(), StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.position(HEADER);
        }
        return channel;
    }

    private void append(ByteBuffer bytes) throws IOException {
        FileChannel pack = channel();
        while (bytes.hasRemaining()) {
            pack.write(bytes);
        }
    }

    private static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] deflated = new byte[content.length + content.length / 1000 + 64];
            int end = 0;
            while (!deflater.finished()) {
                if (end == deflated.length) {
                    deflated = java.util.Arrays.copyOf(deflated, end * 2);
                }
                end += deflater.deflate(deflated, end, deflated.length - end);
            }
            return java.util.Arrays.copyOf(deflated, end);
        } finally {
            deflater.end();
        }
    }

    /** Type and size: four bits of the size in the first byte, seven in each that follows. */
    private static byte[] header(int type, long size) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        long left = size >>> 4;
        int first = type << 4 | (int) (size & 0xF);
        header.put((byte) (left == 0 ? first : first | 0x80));
        while (left != 0) {
            int seven = (int) (left & 0x7F);
            left >>>= 7;
            header.put((byte) (left == 0 ? seven : seven | 0x80));
        }
        byte[] bytes = new byte[header.flip().remaining()];
        header.get(bytes);
        return bytes;
    }

    /** Removes what was not published. */
    @Override
    public synchronized void close() {
        try {
            if (channel != null) {
                channel.close();
                channel = null;
            }
            release();
            if (Files.exists(folder)) {
                discard(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " could not be removed", e);
        }
    }

    /** The mark that keeps the published pack of a folder; empty when none was published. */
    public static Optional<Path> kept(Path folder) throws IOException {
        try {
            return Optional.of(Path.of(Files.readString(folder.resolve(KEPT))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whether a mark that keeps a pack was made here. */
    public static boolean isOurs(Path mark) throws IOException {
        return Files.readString(mark).equals(REASON);
    }

    /** Removes the folder of a pack whose process died before it was released, and the mark that kept the pack. */
    public static void discard(Path folder) throws IOException {
        Optional<Path> mark = kept(folder);
        if (mark.isPresent() && mark.get().toString().endsWith(KEEP)) {
            Files.deleteIfExists(mark.get());
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    /** Sums up what is written, and leaves the pack open. */
    private static final class CheckedPackStream extends OutputStream {

        private final OutputStream pack;
        private final CRC32 crc;

        CheckedPackStream(OutputStream pack, CRC32 crc) {
            this.pack = pack;
            this.crc = crc;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            crc.update(bytes, offset, count);
            pack.write(bytes, offset, count);
        }
    }
}
