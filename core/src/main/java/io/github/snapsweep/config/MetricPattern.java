package io.github.snapsweep.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a log tell a metric: by two groups, {@code name} and {@code value}, or by groups that are each named as
 * their metric.
 *
 * @param pattern is looked for anywhere in a line, and more than once
 * @param groups the names of its groups, in order
 */
public record MetricPattern(Pattern pattern, List<String> groups) {

    private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");
    private static final String NAME = "name";
    private static final String VALUE = "value";

    public MetricPattern {
        groups = List.copyOf(groups);
    }

    /**
     * Reads a regular expression.
     *
     * @throws IllegalArgumentException when it is none, or names no group
     */
    public static MetricPattern parse(String text) {
        Pattern pattern = Pattern.compile(text);
        List<String> groups = new ArrayList<>();
        Matcher group = GROUP.matcher(text);
        while (group.find()) {
            groups.add(group.group(1));
        }
        if (groups.isEmpty() || groups.contains(NAME) != groups.contains(VALUE)) {
            throw new IllegalArgumentException(text);
        }
        return new MetricPattern(pattern, groups);
    }

    /** What a line tells: texts by the names of metrics. */
    public Map<String, String> find(String line) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher matcher = pattern.matcher(line);
        while (matcher.find()) {
            if (groups.contains(NAME)) {
                put(found, matcher.group(NAME), matcher.group(VALUE));
            } else {
                groups.forEach(group -> put(found, group, matcher.group(group)));
            }
        }
        return found;
    }

    /** A group that is in another branch of the pattern took no part. */
    private static void put(Map<String, String> found, @Nullable String name, @Nullable String value) {
        if (name != null && value != null) {
            found.put(name, value);
        }
    }
}
