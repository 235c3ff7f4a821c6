package io.github.snapsweep.git;

import java.util.ArrayList;
import java.util.List;

/** The lines of git's own text files: ended by a line feed, before which one carriage return does not count. */
final class TextLines {

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private TextLines() {}

    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        int start = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            String line = text.substring(start, end);
            lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            start = end + 1;
        }
        return lines;
    }
}
