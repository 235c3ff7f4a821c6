package io.github.snapsweep.config;

import io.github.snapsweep.sweep.Value;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes one value of a YAML list in the sweep grammar, so that it is read back as what YAML meant. */
final class SweepValue {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_+./%@|*?-]+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");
    private static final Pattern NO_WORD = Pattern.compile("(?i:true|false|null|inf|nan)");

    private SweepValue() {}

    static String text(Raw value) {
        if (value instanceof Raw.Items list) {
            return list.items().stream().map(SweepValue::text).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Raw.Entries map) {
            return map.entries().entrySet().stream()
                    .map(entry -> new Value.Text(entry.getKey()).rendered() + ":" + text(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return value instanceof Raw.Text text && !isPlain(text)
                ? new Value.Quoted(text.text(), '\'').rendered()
                : value.shown();
    }

    private static boolean isPlain(Raw.Text text) {
        return text.form() == Raw.Form.QUOTED
                ? WORD.matcher(text.text()).matches()
                        && !NO_WORD.matcher(text.text()).matches()
                : PLAIN.matcher(text.text()).matches();
    }
}
