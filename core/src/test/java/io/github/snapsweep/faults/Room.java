package io.github.snapsweep.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a disk has no more of when it is full. */
enum Room {
    PAGES("size=6m", 80) {
        @Override
        void fill(Path filler, int left) throws IOException {
            ByteBuffer page = ByteBuffer.allocate(PAGE);
            try (SeekableByteChannel out = Files.newByteChannel(
                    Files.createDirectory(filler).resolve("file"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                long written = 0;
                try {
                    while (true) {
                        written += out.write(page.clear());
                    }
                } catch (FileSystemException e) {
                    throw e;
                } catch (IOException e) {
                    out.truncate(Math.max(0, written - (long) left * PAGE)); // it is full
                }
            }
        }
    },
    INODES("size=64m,nr_inodes=2000", 50) {
        @Override
        void fill(Path filler, int left) throws IOException {
            Files.createDirectory(filler);
            Deque<Path> made = new ArrayDeque<>();
            try {
                while (true) {
                    made.push(Files.createFile(filler.resolve("file" + made.size())));
                }
            } catch (FileSystemException e) {
                for (int i = 0; i < left && !made.isEmpty(); i++) { // it is full
                    Files.delete(made.pop());
                }
            }
        }
    };

    private static final int PAGE = 4096;

    /** How a disk of little room is mounted. */
    final String disk;

    /** More than a deed needs. */
    final int enough;

    Room(String disk, int enough) {
        this.disk = disk;
        this.enough = enough;
    }

    /** Takes up all but so many, in a folder. */
    abstract void fill(Path filler, int left) throws IOException;
}
