package io.github.snapsweep.git;

import java.io.IOException;
import java.io.InputStream;

/**
 * What git counts in a file to guess whether it is text.
 *
 * @param crs carriage returns without a line feed after them
 * @param crlfs line feeds with a carriage return before them
 * @param lfs line feeds without one
 */
public record TextStatistics(long nuls, long crs, long crlfs, long lfs, long printable, long unprintable) {

    static final TextStatistics NONE = new TextStatistics(0, 0, 0, 0, 0, 0);

    private static final int BUFFER = 1 << 16;
    private static final int END_OF_FILE = 0x1A;
    private static final int DELETE = 0x7F;

    static TextStatistics of(byte[] content) {
        Counter counter = new Counter();
        counter.add(content, content.length);
        return counter.counted();
    }

    /** Reads all that there is. */
    public static TextStatistics of(InputStream content) throws IOException {
        Counter counter = new Counter();
        byte[] buffer = new byte[BUFFER];
        int read;
        while ((read = content.read(buffer)) >= 0) {
            counter.add(buffer, read);
        }
        return counter.counted();
    }

    /** A carriage return by itself, a NUL, or more than one unprintable byte in 128. */
    boolean isBinary() {
        return crs > 0 || nuls > 0 || (printable >> 7) < unprintable;
    }

    /** Text with carriage returns: where line ends are guessed, a file whose blob is such stays as it is. */
    public boolean isTextWithCarriageReturns() {
        return crlfs > 0 && !isBinary();
    }

    /** Counts byte by byte. */
    private static final class Counter {

        private long nuls;
        private long crs;
        private long crlfs;
        private long lfs;
        private long printable;
        private long unprintable;
        private int last = -1;

        void add(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                int c = bytes[i] & 0xFF;
                if (last == '\r' && c == '\n') {
                    crs--;
                    crlfs++;
                } else if (c == '\r') {
                    crs++;
                } else if (c == '\n') {
                    lfs++;
                } else if (c == DELETE || (c < ' ' && c != '\b' && c != '\t' && c != 0x1B && c != '\f')) {
                    nuls += c == 0 ? 1 : 0;
                    unprintable++;
                } else {
                    printable++;
                }
                last = c;
            }
        }

        /** The byte with which DOS ended a file is no reason to call it binary. */
        TextStatistics counted() {
            return new TextStatistics(
                    nuls, crs, crlfs, lfs, printable, last == END_OF_FILE ? unprintable - 1 : unprintable);
        }
    }
}
