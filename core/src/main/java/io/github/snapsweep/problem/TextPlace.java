package io.github.snapsweep.problem;

/**
 * A place in a text that a person wrote.
 *
 * @param text the whole text, of one line or several
 * @param column where, counted in chars from the text's start; its length is the place behind it
 */
public record TextPlace(String text, int column) {

    private static final int BEFORE = 60;
    private static final int BEHIND = 40;

    public TextPlace {
        if (column < 0 || column > text.length()) {
            throw new IllegalArgumentException("column " + column + " of " + text.length());
        }
    }

    /** The line that the place is in, cut when it is long, and below it a caret under the place. */
    String marked(String indent) {
        int lineStart = text.lastIndexOf('\n', column - 1) + 1;
        int lineEnd = text.indexOf('\n', column);
        int start = Math.max(lineStart, column - BEFORE);
        int end = Math.min(lineEnd < 0 ? text.length() : lineEnd, column + BEHIND);
        String before = (start > lineStart ? "..." : "") + text.substring(start, column);
        return indent + PlainText.lines(before + text.substring(column, end)) + "\n" + indent + blank(before) + "^";
    }

    private static String blank(String before) {
        return before.replaceAll("[^\t]", " ");
    }
}
