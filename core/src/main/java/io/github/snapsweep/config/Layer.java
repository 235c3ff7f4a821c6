package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one source sets, or, combined, what holds of several. */
final class Layer {

    private final Map<Setting<?>, Raw> values = new LinkedHashMap<>();

    /** One layer of several; a later one wins. */
    static Layer of(List<Layer> layers) {
        Layer all = new Layer();
        for (Layer layer : layers) {
            layer.values.forEach(
                    (setting, raw) -> all.values.merge(setting, raw, (early, late) -> merged(setting, early, late)));
        }
        return all;
    }

    private static Raw merged(Setting<?> setting, Raw earlier, Raw later) {
        return setting.kind().merge(earlier, later);
    }

    /** Sets what was not set yet in this source; a second value is a fault. */
    void put(Setting<?> setting, Raw raw, Faults faults) {
        raw.texts()
                .filter(text -> !WholeText.is(text.text()))
                .forEach(text -> faults.of(setting).refuse(text, SettingProblems.notWhole()));
        Raw earlier = values.putIfAbsent(setting, raw);
        if (earlier != null) {
            faults.add(SettingProblems.twice(
                    setting.key(), earlier.origin().text(), raw.origin().text()));
        }
    }

    /** Adds an entry to a map. */
    void putEntry(Setting<?> setting, String name, Raw raw, Faults faults) {
        Raw.Entries entry = new Raw.Entries(Map.of(name, raw), raw.origin());
        Raw earlier = values.get(setting);
        if (earlier instanceof Raw.Entries entries) {
            values.remove(setting);
            put(setting, entries.under(entry), faults);
        } else {
            put(setting, entry, faults);
        }
    }

    /** Reads each value, so that what is wrong with it is known, whoever else sets it too. */
    void look(Faults faults) {
        values.forEach((setting, raw) -> {
            if (!setting.kind().isUnset(raw)) {
                setting.kind().read(raw, faults.of(setting));
            }
        });
    }

    Optional<Raw> get(Setting<?> setting) {
        return Optional.ofNullable(values.get(setting));
    }
}
