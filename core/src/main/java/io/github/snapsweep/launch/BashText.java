package io.github.snapsweep.launch;

import java.util.Collection;
import java.util.StringJoiner;

/** Values as text of a bash script that gives them back byte for byte, on one line whatever they hold. */
final class BashText {

    private BashText() {}

    /** In single quotes; a line's end becomes {@code $'\n'}. */
    static String quoted(String value) {
        return "'" + value.replace("'", "'\\''").replace("\n", "'$'\\n''").replace("\r", "'$'\\r''") + "'";
    }

    /** A bash array: {@code ('a' 'b c')}. */
    static String array(Collection<String> words) {
        StringJoiner array = new StringJoiner(" ", "(", ")");
        words.forEach(word -> array.add(quoted(word)));
        return array.toString();
    }
}
