package io.github.snapsweep.sweep;

/**
 * Strings written in quotes. A backslash has a meaning only in a run of them right before a quote of the same kind;
 * everywhere else it is a backslash.
 */
final class QuotedText {

    private QuotedText() {}

    static String of(String value, char quote) {
        StringBuilder text = new StringBuilder().append(quote);
        int backslashes = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == quote) {
                text.append("\\".repeat(backslashes + 1));
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
            text.append(c);
        }
        return text.append("\\".repeat(backslashes)).append(quote).toString();
    }

    /** The string that a text in quotes stands for. */
    static String unquoted(String text) {
        char quote = text.charAt(0);
        StringBuilder value = new StringBuilder();
        int backslashes = 0;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                value.setLength(value.length() - (backslashes + 1) / 2);
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
            value.append(c);
        }
        return value.substring(0, value.length() - 1);
    }
}
