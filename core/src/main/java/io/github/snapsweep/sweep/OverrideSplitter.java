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
    private final Found found;
    private int start;
    private int open;

    private OverrideSplitter(String text, Found found) {
        this.text = text;
        this.found = found;
    }

    /** Takes the overrides as they are found, by their places. */
    @FunctionalInterface
    interface Found {
        void accept(int from, int end);
    }

    /**
     * The overrides of a text, read.
     *
     * @throws io.github.snapsweep.problem.Problem when one of them is not of the language
     */
    static List<Assignment> overrides(String text, Functions functions) {
        List<Assignment> read = new ArrayList<>();
        split(text, (from, end) -> read.add(KeyReader.read(text, from, end, functions)));
        return read;
    }

    /**
     * Finds the overrides of a text.
     *
     * @throws io.github.snapsweep.problem.Problem when a quote has no end
     */
    static void split(String text, Found found) {
        new OverrideSplitter(text, found).all();
    }

    private void all() {
        Matcher atom = ATOM.matcher(text);
        for (int at = 0; at < text.length(); at = atom.end()) {
            atom.region(at, text.length()).lookingAt();
            if (atom.end() == at + 1) {
                character(at);
            }
        }
        add(text.length());
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
            found.accept(start, end);
        }
    }
}
