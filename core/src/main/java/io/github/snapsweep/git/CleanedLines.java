package io.github.snapsweep.git;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** A stream without the carriage returns that stand before line feeds. */
public final class CleanedLines extends FilterInputStream {

    private static final int BUFFER = 1 << 16;

    private final PushbackInputStream lines;

    public CleanedLines(InputStream onDisk) {
        super(new PushbackInputStream(new BufferedInputStream(onDisk, BUFFER), 1));
        this.lines = (PushbackInputStream) in;
    }

    @Override
    public int read() throws IOException {
        int c = lines.read();
        if (c != '\r') {
            return c;
        }
        int next = lines.read();
        if (next == '\n') {
            return next;
        }
        if (next >= 0) {
            lines.unread(next);
        }
        return c;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int c = read();
            if (c < 0) {
                break;
            }
            bytes[offset + count++] = (byte) c;
        }
        return count == 0 && length > 0 ? -1 : count;
    }
}
