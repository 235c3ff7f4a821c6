package io.github.snapsweep.sweep;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All functions, by name. A new one is a line here. */
final class Functions {

    private static final Map<String, Function> ALL = new TreeMap<>(Map.of(
            "choice", new Choice(),
            "range", new Range()));

    private Functions() {}

    static @Nullable Function named(String name) {
        return ALL.get(name);
    }

    /** Their names, in alphabetical order. */
    static Set<String> names() {
        return ALL.keySet();
    }
}
