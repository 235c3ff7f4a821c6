package io.github.snapsweep.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One assignment of all parameters.
 *
 * @param values the value of each, in order of first mention; a key has the prefix {@code +} or {@code ++} that it was
 *     written with, as Hydra wants it back
 */
public record Point(Map<String, Value> values) {

    public Point {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** {@code key=value} each, prefix and all, so that Hydra reads the same values. */
    public List<String> arguments() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().rendered())
                .toList();
    }

    /** The values as text, strings without their quotes, by keys without prefix: for placeholders and environment. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(withoutPrefix(key), value.text()));
        return Collections.unmodifiableMap(texts);
    }

    /** The values as plain Java, by keys without prefix: for JSON. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        values.forEach((key, value) -> plain.put(withoutPrefix(key), value.json()));
        return Collections.unmodifiableMap(plain);
    }

    /** The values by keys without prefix. */
    Map<String, Value> byKey() {
        Map<String, Value> plain = new LinkedHashMap<>();
        values.forEach((key, value) -> plain.put(withoutPrefix(key), value));
        return plain;
    }

    /** The same for points that are the same to a program, whatever quotes they were written with. */
    String identity() {
        return values.entrySet().stream()
                .map(entry -> withoutPrefix(entry.getKey()) + "=" + PythonJson.of(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    static String withoutPrefix(String key) {
        int start = 0;
        while (start < key.length() && key.charAt(start) == '+') {
            start++;
        }
        return key.substring(start);
    }
}
