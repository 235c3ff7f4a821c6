package io.github.snapsweep.sweep;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strings written without quotes, where a backslash takes its meaning from a character that has one. */
final class UnquotedText {

    private static final Pattern WITH_A_MEANING = Pattern.compile("[\\\\()\\[\\]{}:=, \t]");
    private static final Pattern WRITABLE = Pattern.compile("[A-Za-z0-9_/+.$%*@?|\\-" + "\\\\()\\[\\]{}:=, \t]*+");

    private UnquotedText() {}

    /** Whether a string can be written without quotes at all. */
    static boolean canHold(String value) {
        return WRITABLE.matcher(value).matches();
    }

    static String of(String value) {
        return WITH_A_MEANING.matcher(value).replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
    }

    /** What a run of escapes stands for: each second character. */
    static String unescaped(String escapes) {
        StringBuilder value = new StringBuilder();
        for (int i = 1; i < escapes.length(); i += 2) {
            value.append(escapes.charAt(i));
        }
        return value.toString();
    }
}
