package io.github.snapsweep.git;

/**
 * What git counts in a file to guess whether it is text.
 *
 * @param crlfs line feeds with a carriage return before them
 * @param lfs line feeds without one
 */
record TextStatistics(int nuls, int crs, int crlfs, int lfs, int printable, int unprintable) {

    static final TextStatistics NONE = new TextStatistics(0, 0, 0, 0, 0, 0);

    private static final int END_OF_FILE = 0x1A;
    private static final int DELETE = 0x7F;

    static TextStatistics of(byte[] content) {
        int nuls = 0;
        int crs = 0;
        int crlfs = 0;
        int lfs = 0;
        int printable = 0;
        int unprintable = 0;
        for (int i = 0; i < content.length; i++) {
            int c = content[i] & 0xFF;
            if (c == '\r') {
                if (i + 1 < content.length && content[i + 1] == '\n') {
                    crlfs++;
                    i++;
                } else {
                    crs++;
                }
            } else if (c == '\n') {
                lfs++;
            } else if (c == DELETE || (c < ' ' && c != '\b' && c != '\t' && c != 0x1B && c != '\f')) {
                nuls += c == 0 ? 1 : 0;
                unprintable++;
            } else {
                printable++;
            }
        }
        boolean endsAsDosDid = content.length > 0 && content[content.length - 1] == END_OF_FILE;
        return new TextStatistics(nuls, crs, crlfs, lfs, printable, endsAsDosDid ? unprintable - 1 : unprintable);
    }

    /** A carriage return by itself, a NUL, or more than one unprintable byte in 128. */
    boolean isBinary() {
        return crs > 0 || nuls > 0 || (printable >> 7) < unprintable;
    }
}
