package io.github.snapsweep.git;

import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Patterns of paths as gitignore(5) describes them: {@code *} and {@code ?} match no slash, two stars between slashes any
 * number of folders, brackets one character of a range or a class. Matched byte by byte.
 */
final class Wildmatch {

    private static final Map<String, IntPredicate> CLASSES = Map.ofEntries(
            Map.entry("alnum", c -> isDigit(c) || isUpper(c) || isLower(c)),
            Map.entry("alpha", c -> isUpper(c) || isLower(c)),
            Map.entry("blank", c -> c == ' ' || c == '\t'),
            Map.entry("cntrl", c -> c < ' ' || c == 0x7F),
            Map.entry("digit", Wildmatch::isDigit),
            Map.entry("graph", c -> c > ' ' && c < 0x7F),
            Map.entry("lower", Wildmatch::isLower),
            Map.entry("print", c -> c >= ' ' && c < 0x7F),
            Map.entry("punct", c -> c > ' ' && c < 0x7F && !isDigit(c) && !isUpper(c) && !isLower(c)),
            Map.entry("space", c -> c == ' ' || (c >= '\t' && c <= '\r')),
            Map.entry("upper", Wildmatch::isUpper),
            Map.entry("xdigit", c -> isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));

    private final String pattern;
    private final String text;
    private final boolean ignoreCase;

    private Wildmatch(String pattern, String text, boolean ignoreCase) {
        this.pattern = pattern;
        this.text = text;
        this.ignoreCase = ignoreCase;
    }

    static boolean matches(String pattern, String text, boolean ignoreCase) {
        return new Wildmatch(pattern, text, ignoreCase).matches(0, 0);
    }

    private boolean matches(int patternStart, int textStart) {
        int p = patternStart;
        int t = textStart;
        while (p < pattern.length()) {
            char c = pattern.charAt(p);
            if (c == '*') {
                return matchesStars(p, t);
            }
            if (t == text.length()) {
                return false;
            }
            char wanted = text.charAt(t);
            if (c == '[') {
                int end = bracketEnd(p);
                if (end < 0 || wanted == '/' || !isInBracket(p, end, wanted)) {
                    return false;
                }
                p = end;
            } else if (c == '\\') {
                p++;
                if (p == pattern.length() || !same(pattern.charAt(p), wanted)) {
                    return false; // a backslash at the end quotes nothing, and matches nothing
                }
            } else if (c == '?' ? wanted == '/' : !same(c, wanted)) {
                return false;
            }
            p++;
            t++;
        }
        return t == text.length();
    }

    private boolean matchesStars(int star, int t) {
        int after = star;
        while (after < pattern.length() && pattern.charAt(after) == '*') {
            after++;
        }
        boolean opens = star == 0 || pattern.charAt(star - 1) == '/';
        boolean closes = after == pattern.length() || pattern.charAt(after) == '/' || pattern.startsWith("\\/", after);
        boolean anyFolders = after - star > 1 && opens && closes;
        if (anyFolders && pattern.startsWith("/", after) && matches(after + 1, t)) {
            return true; // no folder at all
        }
        if (anyFolders && after == pattern.length()) {
            return true;
        }
        for (int from = t; from <= text.length(); from++) {
            if (matches(after, from)) {
                return true;
            }
            if (from < text.length() && text.charAt(from) == '/' && !anyFolders) {
                return false;
            }
        }
        return false;
    }

    /** Where the bracket that opens at a place closes; -1 when it does not. */
    private int bracketEnd(int open) {
        int at = open + 1;
        if (at < pattern.length() && (pattern.charAt(at) == '!' || pattern.charAt(at) == '^')) {
            at++;
        }
        boolean first = true;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == ']' && !first) {
                return at;
            }
            first = false;
            if (c == '\\') {
                at++;
            } else if (c == '[' && at + 1 < pattern.length() && pattern.charAt(at + 1) == ':') {
                int close = pattern.indexOf(']', at + 2);
                if (close < 0) {
                    return -1;
                }
                if (isClass(at, close)) {
                    at = close;
                }
            }
            at++;
        }
        return -1;
    }

    private boolean isClass(int open, int close) {
        return close - open >= 3 && pattern.charAt(close - 1) == ':';
    }

    private boolean isInBracket(int open, int end, char wanted) {
        int at = open + 1;
        boolean negated = pattern.charAt(at) == '!' || pattern.charAt(at) == '^';
        if (negated) {
            at++;
        }
        boolean found = false;
        int previous = -1; // what a range may begin with
        while (at < end) {
            char c = pattern.charAt(at);
            int close = c == '[' && pattern.charAt(at + 1) == ':' ? pattern.indexOf(']', at + 2) : -1;
            if (close >= 0 && isClass(at, close)) {
                IntPredicate members = CLASSES.get(pattern.substring(at + 2, close - 1));
                if (members == null) {
                    return false; // an unknown class: the pattern matches nothing
                }
                found |= members.test(wanted) || (ignoreCase && members.test(otherCase(wanted)));
                previous = -1;
                at = close + 1;
            } else if (c == '-' && previous >= 0 && at + 1 < end) {
                int last = at + 1;
                if (pattern.charAt(last) == '\\') {
                    last++;
                }
                found |= isBetween(previous, wanted, pattern.charAt(last));
                previous = -1;
                at = last + 1;
            } else {
                if (c == '\\') {
                    at++;
                }
                found |= same(pattern.charAt(at), wanted);
                previous = pattern.charAt(at);
                at++;
            }
        }
        return found != negated;
    }

    private boolean isBetween(int first, char wanted, char last) {
        return (first <= wanted && wanted <= last)
                || (ignoreCase && first <= otherCase(wanted) && otherCase(wanted) <= last);
    }

    private boolean same(char one, char other) {
        return one == other || (ignoreCase && one == otherCase(other));
    }

    private static char otherCase(char c) {
        return isUpper(c) ? (char) (c + 'a' - 'A') : isLower(c) ? (char) (c + 'A' - 'a') : c;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }
}
