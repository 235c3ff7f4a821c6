package io.github.snapsweep.process;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Quotes words so that a POSIX shell reads them back byte for byte. */
public final class ShellWords {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ShellWords() {}

    /** A word as it is when that is safe, else in single quotes. */
    public static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** The same of a path. */
    public static String quote(Path path) {
        return quote(path.toString());
    }

    /** Words with a blank between them. */
    public static String join(List<String> words) {
        return words.stream().map(word -> quote(word)).collect(Collectors.joining(" "));
    }
}
