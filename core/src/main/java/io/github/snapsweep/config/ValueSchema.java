package io.github.snapsweep.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a value looks like in YAML, in the words of JSON Schema. It may be wider than what is accepted in the end: a schema
 * sees no spelling of a number, and does not split a text into the items of a list.
 *
 * @param types the types that it may have
 * @param rules what more it keeps to, by keyword; each speaks of values of one type
 */
record ValueSchema(List<String> types, Map<String, Object> rules) {

    ValueSchema {
        types = List.copyOf(types);
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    }

    static ValueSchema of(String... types) {
        return new ValueSchema(List.of(types), Map.of());
    }

    /** Whatever in YAML is one text to us. */
    static ValueSchema text() {
        return of("string", "number", "boolean");
    }

    /** One of these texts. */
    static ValueSchema oneOf(List<String> texts) {
        return of("string").with("enum", texts);
    }

    ValueSchema with(String keyword, Object rule) {
        Map<String, Object> more = new LinkedHashMap<>(rules);
        more.put(keyword, rule);
        return new ValueSchema(types, more);
    }

    /** Where it is a string, one that matches; blanks around it do not count. */
    ValueSchema matching(String pattern) {
        return with("pattern", "^\\s*(?:" + pattern + ")\\s*$");
    }

    /** The same or nothing: {@code null}, and where strings are not counted up, an empty one. */
    ValueSchema orNothing() {
        Map<String, Object> more = new LinkedHashMap<>(rules);
        more.computeIfPresent("pattern", (keyword, pattern) -> "^\\s*$|" + pattern);
        more.computeIfPresent("enum", (keyword, texts) -> orNull((List<?>) texts));
        return new ValueSchema(Stream.concat(types.stream(), Stream.of("null")).toList(), more);
    }

    /** A text as YAML has it where it is given in full. */
    Object literal(String text) {
        if (types.contains("array")) {
            return TextSplitter.items(text);
        }
        if (types.contains("integer")) {
            return Integer.valueOf(text);
        }
        return types.get(0).equals("boolean") ? Boolean.valueOf(text) : text;
    }

    /** The schema itself. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", types.size() == 1 ? types.get(0) : types);
        json.putAll(rules);
        return json;
    }

    private static List<?> orNull(List<?> texts) {
        List<@Nullable Object> all = new ArrayList<>(texts);
        all.add(null);
        return all;
    }
}
