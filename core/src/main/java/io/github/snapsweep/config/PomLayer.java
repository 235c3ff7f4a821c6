package io.github.snapsweep.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a POM sets, as Maven handed it to a goal. */
final class PomLayer {

    private PomLayer() {}

    /** Reads the configuration of a goal whose prefix is that section's. */
    static Layer read(Section section, Map<String, ? extends @Nullable Object> configuration, Faults faults) {
        Layer layer = new Layer();
        SectionReader reader = new SectionReader(UnaryOperator.identity(), faults);
        configuration.forEach((key, value) -> {
            if (value != null) {
                reader.one(section, key, raw(value, key), layer);
            }
        });
        return layer;
    }

    private static Raw raw(@Nullable Object value, String element) {
        Origin origin = Origin.ofPom(element);
        if (value instanceof List<?> list) {
            List<Raw> items = new ArrayList<>();
            list.forEach(item -> items.add(raw(item, element)));
            return new Raw.Items(items, origin);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Raw> entries = new LinkedHashMap<>();
            map.forEach((name, entry) -> entries.put(String.valueOf(name), raw(entry, String.valueOf(name))));
            return new Raw.Entries(entries, origin);
        }
        // Maven gives an empty element as null
        return new Raw.Text(value == null ? "" : value.toString(), Raw.Form.PLAIN, origin);
    }
}
