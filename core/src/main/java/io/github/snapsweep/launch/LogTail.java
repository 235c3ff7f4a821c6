package io.github.snapsweep.launch;

import io.github.snapsweep.progress.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The end of a log. */
final class LogTail {

    private static final int BLOCK = 1 << 16;

    private LogTail() {}

    /**
     * Shows a log, or its last lines.
     *
     * @param lines how many; all, when empty
     */
    static void show(Path file, Optional<Integer> lines, Output output) throws IOException {
        if (lines.isEmpty()) {
            output.show(file);
            return;
        }
        long from = start(file, lines.get());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(from);
            OutputStream out = output.stream();
            Channels.newInputStream(channel).transferTo(out);
            out.flush();
        }
    }

    /** Where the last lines begin: the file is read from its end, block by block. */
    private static long start(Path file, int lines) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long end = log.length();
            int found = 0;
            byte[] block = new byte[BLOCK];
            for (long at = end; at > 0; at -= BLOCK) {
                long from = Math.max(0, at - BLOCK);
                log.seek(from);
                log.readFully(block, 0, (int) (at - from));
                for (long place = at - 1; place >= from; place--) {
                    boolean lineEnds = block[(int) (place - from)] == '\n' && place < end - 1;
                    if (lineEnds && ++found == lines) {
                        return place + 1;
                    }
                }
            }
            return 0;
        }
    }
}
