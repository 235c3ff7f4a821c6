package io.github.snapsweep.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A command that was written as one text. It is split into words as a POSIX shell splits it, quotes and backslashes
 * minded; whatever else a shell would do with it is refused, because no shell will see it.
 */
final class CommandText {

    private static final String OPERATORS = "|<>&;";
    private static final String EXPANSIONS = "$`";
    private static final String ESCAPABLE_IN_QUOTES = "$`\"\\";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int next;

    CommandText(String text) {
        this.text = text;
    }

    /**
     * The words.
     *
     * @throws IllegalArgumentException when it needs a shell, or a quote is left open
     */
    List<String> words() {
        while (next < text.length()) {
            step(text.charAt(next++));
        }
        endWord();
        return List.copyOf(words);
    }

    private void step(char c) {
        if (Character.isWhitespace(c)) {
            endWord();
            return;
        }
        inWord = true;
        if (c == '\'') {
            singleQuoted();
        } else if (c == '"') {
            doubleQuoted();
        } else if (c == '\\') {
            word.append(escaped());
        } else {
            refuse(c, OPERATORS + EXPANSIONS);
            word.append(c);
        }
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private void singleQuoted() {
        int end = text.indexOf('\'', next);
        if (end < 0) {
            throw openQuote('\'');
        }
        word.append(text, next, end);
        next = end + 1;
    }

    private void doubleQuoted() {
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c == '"') {
                return;
            }
            if (c == '\\' && next < text.length() && ESCAPABLE_IN_QUOTES.indexOf(text.charAt(next)) >= 0) {
                word.append(escaped());
            } else {
                refuse(c, EXPANSIONS);
                word.append(c);
            }
        }
        throw openQuote('"');
    }

    private char escaped() {
        if (next == text.length()) {
            throw new IllegalArgumentException("the \\ at its end escapes nothing");
        }
        return text.charAt(next++);
    }

    private void refuse(char c, String refused) {
        if (refused.indexOf(c) >= 0) {
            throw new IllegalArgumentException(
                    "the " + c + " at column " + next + " is for a shell, and no shell runs this");
        }
    }

    private static IllegalArgumentException openQuote(char quote) {
        return new IllegalArgumentException("the quote " + quote + " is never closed");
    }
}
