package io.github.snapsweep.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** In YAML {@code timeout_min} and {@code timeoutMin} are one key. */
final class YamlSpelling {

    private static final Pattern INNER = Pattern.compile("(?<=[A-Za-z0-9])_([A-Za-z0-9])");

    private static final Pattern HUMP = Pattern.compile("[A-Z]");

    private YamlSpelling() {}

    /** The camelCase name of a key in either spelling. */
    static String camelCase(String key) {
        return INNER.matcher(key).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    /** The snake_case spelling of a camelCase name. */
    static String snakeCase(String name) {
        return HUMP.matcher(name).replaceAll(match -> "_" + match.group().toLowerCase(Locale.ROOT));
    }
}
