package io.github.snapsweep.sweep;

import java.util.stream.Collectors;

/** JSON as Python writes it, a blank behind each comma and colon, and nothing but ASCII: a string for a program to read. */
final class PythonJson {

    private PythonJson() {}

    static String of(Value value) {
        if (value instanceof Value.Items items) {
            return items.values().stream().map(PythonJson::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Value.Dict dict) {
            return dict.values().entrySet().stream()
                    .map(entry -> quoted(entry.getKey().text()) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Value.Decimal decimal && !Double.isFinite(decimal.value())) {
            return String.valueOf(decimal.value()); // no JSON, but what Python writes and reads
        }
        return value instanceof Value.Text || value instanceof Value.Quoted ? quoted(value.text()) : value.text();
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> {
                    if (c < ' ' || c > '~') {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
