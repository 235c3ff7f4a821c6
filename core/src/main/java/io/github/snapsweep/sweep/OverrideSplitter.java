package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepProblems;
import io.github.snapsweep.problem.TextPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the overrides in a text: they end at a semicolon, a line's end, or a blank where {@code key=} follows. Quotes,
 * brackets and backslashes keep what is in them together.
 */
final class OverrideSplitter {

    private static final Pattern ATOM =
            Pattern.compile(TokenKind.QUOTED.pattern() + "|" + TokenKind.ESCAPE.pattern() + "|(?s:.)");

    private final String text;
    private final Functions functions;
    private final List<Assignment> found = new ArrayList<>();
    private int start;
    private int open;

    private OverrideSplitter(String text, Functions functions) {
        this.text = text;
        this.functions = functions;
    }

    /**
     * The overrides of a text, read.
     *
     * @throws io.github.snapsweep.problem.Problem when one of them is not of the language
     */
    static List<Assignment> overrides(String text, Functions functions) {
        return new OverrideSplitter(text, functions).all();
    }

    private List<Assignment> all() {
        Matcher atom = ATOM.matcher(text);
        for (int at = 0; at < text.length(); at = atom.end()) {
            atom.region(at, text.length()).lookingAt();
            if (atom.end() == at + 1) {
                character(at);
            }
        }
        add(text.length());
        return found;
    }

    private void character(int at) {
        switch (text.charAt(at)) {
            case '\'', '"' -> throw SweepProblems.openQuote(new TextPlace(text, at));
            case '(', '[', '{' -> open++;
            case ')', ']', '}' -> open = Math.max(0, open - 1);
            case ';', '\n', '\r' -> end(at, true);
            case ' ', '\t' -> end(at, KeyReader.startsAt(text, at + 1));
            default -> {
                // part of an override
            }
        }
    }

    private void end(int at, boolean ends) {
        if (ends && open == 0) {
            add(at);
            start = at + 1;
        }
    }

    private void add(int end) {
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        if (start < end) {
            found.add(KeyReader.read(text, start, end, functions));
        }
    }
}
