package io.github.snapsweep.problem;

import java.util.regex.Pattern;

/**
 * Text that a person is shown. Names, values and what programs said may hold characters that steer a terminal: that move its
 * cursor, hide lines, or turn the direction of writing, so that something else is read than is there. They are shown as
 * {@code ?}.
 */
public final class PlainText {

    /** Controls, of both sets, and what only line ends and the direction of writing are made of. */
    private static final String STEERING = "\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069";

    private static final Pattern IN_A_LINE = Pattern.compile("[" + STEERING + "]");
    private static final Pattern IN_LINES = Pattern.compile("[" + STEERING + "&&[^\\t\\n]]");

    private PlainText() {}

    /** As one line. */
    public static String line(String text) {
        return IN_A_LINE.matcher(text).replaceAll("?");
    }

    /** The same, but that lines end where they do, and tabs stay. */
    public static String lines(String text) {
        return IN_LINES.matcher(text.replace("\r\n", "\n")).replaceAll("?");
    }
}
