package io.github.snapsweep.config;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes one value of a YAML list in the sweep grammar, so that it is read back as what YAML meant. */
final class SweepValue {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_+./%@|*?-]+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");
    private static final Pattern NO_WORD = Pattern.compile("(?i:true|false|null|inf|nan)");
    private static final Pattern BEFORE_QUOTE = Pattern.compile("(\\\\*)('|\\z)");

    private SweepValue() {}

    static String text(Raw value) {
        if (value instanceof Raw.Items list) {
            return list.items().stream().map(SweepValue::text).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Raw.Entries map) {
            return map.entries().entrySet().stream()
                    .map(entry -> entry.getKey() + ":" + text(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return value instanceof Raw.Text text && !isPlain(text) ? quoted(text.text()) : value.shown();
    }

    private static boolean isPlain(Raw.Text text) {
        return text.form() == Raw.Form.QUOTED
                ? WORD.matcher(text.text()).matches()
                        && !NO_WORD.matcher(text.text()).matches()
                : PLAIN.matcher(text.text()).matches();
    }

    /** In single quotes; backslashes double before a quote only, as the grammar has it. */
    private static String quoted(String text) {
        return "'" + BEFORE_QUOTE.matcher(text).replaceAll(SweepValue::escaped) + "'";
    }

    private static String escaped(MatchResult match) {
        String doubled = match.group(1) + match.group(1);
        return Matcher.quoteReplacement(match.group(2).isEmpty() ? doubled : doubled + "\\" + match.group(2));
    }
}
