package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepProblems;
import io.github.snapsweep.problem.TextPlace;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the key of an override: {@code lr}, {@code +model.lr}, {@code ~db@source}, {@code group/name}. */
final class KeyReader {

    private static final String ID = "[A-Za-z_][A-Za-z0-9_-]*+";
    private static final String SPECIAL = "[A-Za-z_$][A-Za-z0-9_$-]*+";
    private static final String PART = "(?:" + SPECIAL + "|0|[1-9](?:_?[0-9])*+)";
    private static final String PACKAGE = "(?:" + PART + "(?:\\." + PART + ")++|" + SPECIAL + ")";
    private static final String NAME =
            "(?:(?:" + ID + "(?:/" + ID + ")++|" + PACKAGE + ")(?:@" + PACKAGE + "?+)?+|@" + PACKAGE + "?+)";

    private static final Pattern SIGN = Pattern.compile("\\+{1,2}|~|");
    private static final Pattern KEY = Pattern.compile(NAME);
    private static final Pattern ASSIGN = Pattern.compile("=[ \\t]*+");
    private static final Pattern START = Pattern.compile("[+~]*+" + NAME + "=");

    private KeyReader() {}

    /** Whether an override begins here. */
    static boolean startsAt(String text, int from) {
        return START.matcher(text).region(from, text.length()).lookingAt();
    }

    /** Whether a text is the key of an override, and no more. */
    static boolean isKey(String text) {
        return isName(text.substring(found(SIGN, text, 0, text.length()).length()));
    }

    /** Whether a text is the name of a parameter, and no more. */
    static boolean isName(String text) {
        return KEY.matcher(text).matches();
    }

    /**
     * Reads an override.
     *
     * @param from where it begins
     * @param end where it ends
     * @throws io.github.snapsweep.problem.Problem when it is none
     */
    static Assignment read(String text, int from, int end, Functions functions) {
        String sign = found(SIGN, text, from, end);
        TextPlace place = new TextPlace(text, from + sign.length());
        String name = found(KEY, text, place.column(), end);
        if (name.isEmpty()) {
            throw SweepProblems.keyExpected(place);
        }
        int behindName = place.column() + name.length();
        String assign = found(ASSIGN, text, behindName, end);
        boolean drops = sign.equals("~");
        if (assign.isEmpty() && !(drops && text.substring(behindName, end).isBlank())) {
            throw SweepProblems.assignExpected(new TextPlace(text, behindName));
        }
        int value = behindName + assign.length();
        if (drops && text.substring(value, end).isBlank()) {
            return Assignment.drop(name, place);
        }
        ValueParser.Parsed parsed = ValueParser.parse(text, value, end, functions);
        return new Assignment(sign, name, parsed.element(), parsed.text(), parsed.drawn(), place);
    }

    private static String found(Pattern pattern, String text, int from, int end) {
        Matcher matcher = pattern.matcher(text).region(from, end);
        return matcher.lookingAt() ? matcher.group() : "";
    }
}
