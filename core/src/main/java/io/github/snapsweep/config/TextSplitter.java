package io.github.snapsweep.config;

import java.util.ArrayList;
import java.util.List;

/** Splits a list that was written as one text: at commas, save in quotes and brackets. */
final class TextSplitter {

    private final String text;
    private final String separators;
    private final List<String> parts = new ArrayList<>();
    private int start;
    private int depth;
    private char quote;

    private TextSplitter(String text, String separators) {
        this.text = text;
        this.separators = separators;
    }

    /**
     * The items, without the blanks around them, and without the quotes where they enclose a whole item; empty items
     * are left out unless they are quoted.
     *
     * @throws IllegalArgumentException when a quote is left open
     */
    static List<String> items(String text) {
        return new TextSplitter(text, ",")
                .split().stream()
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .map(TextSplitter::unquoted)
                        .toList();
    }

    /**
     * The lines, quotes kept: a shell will want them.
     *
     * @throws IllegalArgumentException when a quote is left open
     */
    static List<String> lines(String text) {
        return new TextSplitter(text, ",\n")
                .split().stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private List<String> split() {
        for (int index = 0; index < text.length(); index++) {
            step(index, text.charAt(index));
        }
        if (quote != 0) {
            throw new IllegalArgumentException("the quote " + quote + " is never closed");
        }
        parts.add(text.substring(start));
        return parts;
    }

    private void step(int index, char c) {
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if ("([{".indexOf(c) >= 0) {
            depth++;
        } else if (")]}".indexOf(c) >= 0) {
            depth = Math.max(0, depth - 1);
        } else if (depth == 0 && separators.indexOf(c) >= 0) {
            parts.add(text.substring(start, index));
            start = index + 1;
        }
    }

    private static String unquoted(String item) {
        char first = item.charAt(0);
        boolean enclosed = (first == '"' || first == '\'') && item.indexOf(first, 1) == item.length() - 1;
        return enclosed ? item.substring(1, item.length() - 1) : item;
    }
}
