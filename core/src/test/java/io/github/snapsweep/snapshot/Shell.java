package io.github.snapsweep.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Texts of any bytes as words of a shell script, in printable characters only. In such a text each character stands for
 * one byte, so that a name which is no UTF-8 is a string like any other.
 */
final class Shell {

    private Shell() {}

    /** The bytes that UTF-8 has for these characters, a character each. */
    static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** A path, which never looks like an option. */
    static String path(String path) {
        return word(path.startsWith("-") ? "./" + path : path);
    }

    /** The folder that a path is in. */
    static String folder(String path) {
        return path(path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : ".");
    }

    static String word(String text) {
        if (text.matches("[\\w./+=-]+")) {
            return text;
        }
        return text.matches("[ -~&&[^']]*") ? "'" + text + "'" : "\"$(printf " + format(text) + ")\"";
    }

    /** What {@code printf} has to be given to print this. */
    static String format(String text) {
        return text.chars().mapToObj(Shell::escaped).collect(Collectors.joining("", "'", "'"));
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            case '%' -> "%%";
            default ->
                character < ' ' || character > '~' || character == '\''
                        ? String.format("\\%03o", character)
                        : Character.toString(character);
        };
    }
}
