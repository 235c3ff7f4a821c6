package io.github.snapsweep.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a POM sets, as Maven handed it to a goal. */
final class PomLayer {

    private final Map<String, PomPlace> places;

    private PomLayer(Map<String, PomPlace> places) {
        this.places = places;
    }

    /** Reads the configuration of a goal. */
    static Layer read(Sources sources, Faults faults) {
        Layer layer = new Layer();
        PomLayer pom = new PomLayer(sources.pomPlaces());
        SectionReader reader = new SectionReader(UnaryOperator.identity(), faults);
        sources.pom().forEach((key, value) -> {
            if (value != null) {
                reader.one(sources.section(), key, pom.raw(value, key, key), layer);
            }
        });
        return layer;
    }

    private Raw raw(@Nullable Object value, String element, String path) {
        Origin origin = Origin.ofPom(places.getOrDefault(path, PomPlace.SOMEWHERE), element);
        if (value instanceof List<?> list) {
            List<Raw> items = new ArrayList<>();
            list.forEach(item -> items.add(raw(item, element, path)));
            return new Raw.Items(items, origin);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Raw> entries = new LinkedHashMap<>();
            map.forEach((key, entry) -> {
                String name = String.valueOf(key);
                entries.put(name, raw(entry, name, path + "/" + name));
            });
            return new Raw.Entries(entries, origin);
        }
        // Maven gives an empty element as null
        return new Raw.Text(value == null ? "" : value.toString(), Raw.Form.PLAIN, origin);
    }
}
