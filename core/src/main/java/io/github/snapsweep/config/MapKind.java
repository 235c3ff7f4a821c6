package io.github.snapsweep.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts by name. Sources add to each other, entry by entry; an entry that is {@code null} is taken out. */
final class MapKind extends Kind<Map<String, String>> {

    private final Pattern names;

    /**
     * @param accepts what it takes, for messages
     * @param names what the names look like
     */
    MapKind(String accepts, Pattern names) {
        super(accepts);
        this.names = names;
    }

    @Override
    ValueSchema schema() {
        return ValueSchema.of("object")
                .with("propertyNames", Map.of("pattern", "^(?:" + names + ")$"))
                .with("additionalProperties", ValueSchema.text().orNothing().json());
    }

    @Override
    Optional<Map<String, String>> read(Raw raw, Refusals refusals) {
        if (!(raw instanceof Raw.Entries map)) {
            refusals.refuseShape(raw);
            return Optional.empty();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        map.entries().forEach((name, value) -> add(name, value, texts, refusals));
        return Optional.of(Collections.unmodifiableMap(texts));
    }

    @Override
    Raw merge(Raw earlier, Raw later) {
        return earlier instanceof Raw.Entries first && later instanceof Raw.Entries second
                ? first.under(second)
                : later;
    }

    private void add(String name, Raw value, Map<String, String> texts, Refusals refusals) {
        if (!names.matcher(name).matches()) {
            refusals.refuse(value, "the name \"" + name + "\" is not accepted");
        } else if (value instanceof Raw.Text text) {
            texts.put(name, text.text());
        } else if (!(value instanceof Raw.Nothing)) {
            refusals.refuseShape(value);
        }
    }
}
