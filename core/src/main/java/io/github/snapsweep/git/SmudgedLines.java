package io.github.snapsweep.git;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that puts a carriage return before each line feed that has none. */
public final class SmudgedLines extends FilterOutputStream {

    private byte last;

    public SmudgedLines(OutputStream onDisk) {
        super(onDisk);
    }

    @Override
    public void write(int c) throws IOException {
        write(new byte[] {(byte) c}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n' && last != '\r') {
                out.write(bytes, from, i - from);
                out.write('\r');
                from = i;
            }
            last = bytes[i];
        }
        out.write(bytes, from, offset + length - from);
    }
}
