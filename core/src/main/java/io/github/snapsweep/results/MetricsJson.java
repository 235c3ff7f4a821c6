package io.github.snapsweep.results;

import io.github.snapsweep.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Numbers in a JSON object, however deep: {@code {"test": {"loss": [0.1, 0.2]}}} is {@code test.loss.0} and {@code test.loss.1}. */
final class MetricsJson {

    private MetricsJson() {}

    /** @throws IOException when it is no JSON, or no object */
    static Metrics read(String place, String text) throws IOException {
        if (!(Json.tree(text) instanceof Map<?, ?> object)) {
            throw new IOException("it is no JSON object");
        }
        FoundNumbers found = new FoundNumbers(place);
        add(found, "", object);
        return found.metrics();
    }

    private static void add(FoundNumbers found, String name, @Nullable Object value) {
        BiConsumer<Object, @Nullable Object> inner =
                (key, child) -> add(found, name.isEmpty() ? String.valueOf(key) : name + "." + key, child);
        if (value instanceof Map<?, ?> object) {
            object.forEach(inner);
        } else if (value instanceof List<?> list) {
            for (int place = 0; place < list.size(); place++) {
                inner.accept(place, list.get(place));
            }
        } else if (value instanceof Number) {
            found.add(name, value.toString());
        } else if (value instanceof String text) {
            found.addUnlessFinite(name, text);
        }
    }
}
