package io.github.snapsweep.report;

import io.github.snapsweep.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns of values as the page takes them: numbers as they are, texts once each and by their place. */
final class ReportColumns {

    private static final int EXACT_DIGITS = 15;

    private ReportColumns() {}

    /**
     * A column of numbers.
     *
     * @param name its head
     * @param values null where there is none
     */
    record Numbers(String name, List<@Nullable Number> values) {}

    /**
     * A column of texts.
     *
     * @param name its head
     * @param levels each text once
     * @param values the places of the texts; -1 where there is none
     */
    record Texts(String name, List<String> levels, List<Integer> values) {

        static Texts of(String name, List<@Nullable String> texts) {
            Map<String, Integer> places = new LinkedHashMap<>();
            List<Integer> values = new ArrayList<>(texts.size());
            for (String text : texts) {
                values.add(text == null ? -1 : place(places, text));
            }
            return new Texts(name, List.copyOf(places.keySet()), values);
        }

        private static int place(Map<String, Integer> places, String text) {
            return places.computeIfAbsent(text, none -> places.size());
        }
    }

    /** A parameter: numbers when all of its values are, and none loses digits as such; else texts. */
    static Object parameter(String name, List<Map<String, Object>> points) {
        List<@Nullable Object> values = new ArrayList<>(points.size());
        points.forEach(point -> values.add(point.get(name)));
        boolean allNumbers = values.stream().allMatch(value -> value == null || isNumber(value))
                && points.stream().noneMatch(point -> point.containsKey(name) && point.get(name) == null);
        if (allNumbers) {
            List<@Nullable Number> numbers = new ArrayList<>(values.size());
            values.forEach(value -> numbers.add((Number) value));
            return new Numbers(name, numbers);
        }
        List<@Nullable String> texts = new ArrayList<>(values.size());
        points.forEach(point -> texts.add(point.containsKey(name) ? text(point.get(name)) : null));
        return Texts.of(name, texts);
    }

    /** A value as people write it: a text without quotes, all else as JSON. */
    static String text(@Nullable Object value) {
        return value instanceof String text ? text : Json.line(value);
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number number
                && Double.isFinite(number.doubleValue())
                && number.toString().replaceAll("\\D", "").length() <= EXACT_DIGITS;
    }
}
