package io.github.snapsweep.git;

import org.jspecify.annotations.Nullable;

/**
 * A word in double quotes, with the escapes of C, as git quotes paths: see core.quotePath in git-config(1).
 *
 * @param text what it says, a byte string
 * @param end the place after its last quote
 */
record CQuoted(String text, int end) {

    private static final String ESCAPES = "abfnrtv\\\"";
    private static final String MEANT = "\u0007\b\f\n\r\t\u000B\\\"";

    /** The word that a line begins with; null when its quotes do not close, or an escape is none. */
    static @Nullable CQuoted at(String line) {
        StringBuilder text = new StringBuilder();
        int at = 1;
        while (at < line.length() && line.charAt(at) != '"') {
            char c = line.charAt(at++);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            if (at == line.length()) {
                return null;
            }
            int escape = ESCAPES.indexOf(line.charAt(at));
            if (escape >= 0) {
                text.append(MEANT.charAt(escape));
                at++;
            } else if (isOctal(line, at)) {
                text.append((char) Integer.parseInt(line, at, at + 3, 8));
                at += 3;
            } else {
                return null;
            }
        }
        return at < line.length() ? new CQuoted(text.toString(), at + 1) : null;
    }

    private static boolean isOctal(String line, int at) {
        return line.length() >= at + 3 && line.substring(at, at + 3).matches("[0-3][0-7][0-7]");
    }
}
