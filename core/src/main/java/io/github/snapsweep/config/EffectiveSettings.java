package io.github.snapsweep.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists the settings as they hold, in the order of the catalogue; what has no value is left out. */
final class EffectiveSettings {

    private final Values values;

    EffectiveSettings(Values values) {
        this.values = values;
    }

    List<Effective> all() {
        return Catalogue.all().stream().flatMap(this::of).toList();
    }

    private Stream<Effective> of(Setting<?> setting) {
        Optional<Raw> given = values.given(setting);
        if (given.isPresent()) {
            return shown(setting, given.get());
        }
        return setting.preset().map(text -> new Effective(setting.key(), text, Origin.PRESET)).stream();
    }

    private static Stream<Effective> shown(Setting<?> setting, Raw raw) {
        if (setting.kind() instanceof MapKind && raw instanceof Raw.Entries map) {
            return map.entries().entrySet().stream()
                    .filter(entry -> !(entry.getValue() instanceof Raw.Nothing))
                    .map(entry -> effective(setting.key() + "." + entry.getKey(), entry.getValue()));
        }
        boolean isList = setting.kind() instanceof ListKind || setting.kind() instanceof CommandKind;
        Raw list = isList && raw instanceof Raw.Entries map ? map.onlyItem().orElse(raw) : raw;
        return Stream.of(new Effective(setting.key(), list.shown(), raw.origin()));
    }

    private static Effective effective(String key, Raw raw) {
        return new Effective(key, raw.shown(), raw.origin());
    }
}
