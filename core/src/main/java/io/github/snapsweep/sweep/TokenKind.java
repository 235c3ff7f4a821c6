package io.github.snapsweep.sweep;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The kinds of tokens of a value. Where several fit, the longest counts, and of equally long ones the first kind here.
 * Repetitions are possessive, so that a long text needs no deep stack.
 */
enum TokenKind {
    /** {@code (}; like the others around it, it takes the blanks beside it. */
    OPEN_CALL("\\s*+\\(\\s*+"),
    CLOSE_CALL("\\s*+\\)"),
    COMMA("\\s*+,\\s*+"),
    OPEN_LIST("\\[\\s*+"),
    CLOSE_LIST("\\s*+\\]"),
    OPEN_DICT("\\{\\s*+"),
    CLOSE_DICT("\\s*+\\}"),
    COLON("\\s*+:\\s*+"),
    EQUAL("\\s*+=\\s*+"),
    FLOAT("[+-]?(?:(?:" + Numbers.POINT + "|" + Numbers.WHOLE + ")[eE][+-]?" + Numbers.DIGITS + "|" + Numbers.POINT
            + "|(?i:inf|nan))"),
    INT("[+-]?" + Numbers.WHOLE),
    BOOL("(?i:true|false)"),
    NULL("(?i:null)"),
    UNQUOTED_CHAR("[/\\-\\\\+.$%*@?|]"),
    ID("[A-Za-z_][A-Za-z0-9_-]*+"),
    ESCAPE("(?:\\\\[\\\\()\\[\\]{}:=, \t])++"),
    BLANK("[ \t]++"),
    QUOTED("(?s)'(?:[^'\\\\]|\\\\.)*+'|(?s)\"(?:[^\"\\\\]|\\\\.)*+\""),
    INTERPOLATION("\\$\\{[^}]++\\}");

    /** What a string without quotes may be made of. */
    static final Set<TokenKind> UNQUOTED =
            EnumSet.of(FLOAT, INT, BOOL, NULL, UNQUOTED_CHAR, ID, ESCAPE, BLANK, COLON, INTERPOLATION);

    /** What the key of a dictionary may be made of. */
    static final Set<TokenKind> DICT_KEY = EnumSet.of(FLOAT, INT, BOOL, NULL, UNQUOTED_CHAR, ID, ESCAPE, BLANK);

    private final Pattern pattern;

    TokenKind(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    Pattern pattern() {
        return pattern;
    }

    /** The parts of numbers. */
    private static final class Numbers {
        static final String DIGITS = "[0-9](?:_?[0-9])*+";
        static final String WHOLE = "(?:0|[1-9](?:_?[0-9])*+)";
        static final String POINT = "(?:" + WHOLE + "?\\." + DIGITS + "|" + WHOLE + "\\.)";
    }
}
