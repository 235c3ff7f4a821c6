package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds the setting that each key of a map is, and says which keys are none. */
final class SectionReader {

    private static final String NESTED = Section.SNAPSHOT.prefix();

    private final UnaryOperator<String> spelling;
    private final Faults faults;

    /**
     * @param spelling from a key as it is written to a setting's name
     * @param faults hears of keys that are no setting
     */
    SectionReader(UnaryOperator<String> spelling, Faults faults) {
        this.spelling = spelling;
        this.faults = faults;
    }

    /** Puts what a map sets into a layer. In a map of Slurm settings there may be one of snapshot settings. */
    void read(Section section, Raw.Entries map, Layer into) {
        map.entries().forEach((key, raw) -> one(section, key, raw, into));
    }

    /** The same for one key and its value. */
    void one(Section section, String key, Raw raw, Layer into) {
        String name = spelling.apply(key);
        if (section == Section.SLURM && name.equals(NESTED)) {
            nested(Section.SNAPSHOT, raw, into);
            return;
        }
        Catalogue.find(section, name)
                .ifPresentOrElse(
                        setting -> into.put(setting, raw, faults), () -> faults.add(unknown(section, name, raw)));
    }

    /** The same for a value that has to be a map of settings. */
    void nested(Section section, Raw raw, Layer into) {
        mapOf("settings", section.prefix(), raw).ifPresent(map -> read(section, map, into));
    }

    /** The map that a value has to be; none when it is null, or when it is none, which is a fault. */
    Optional<Raw.Entries> mapOf(String what, String key, Raw raw) {
        if (raw instanceof Raw.Entries map) {
            return Optional.of(map);
        }
        if (!(raw instanceof Raw.Nothing)) {
            faults.add(SettingProblems.refused(
                    raw.origin().text(), raw.shape() + " is not accepted", key, "a map of " + what));
        }
        return Optional.empty();
    }

    private static String unknown(Section section, String name, Raw raw) {
        Optional<String> nearest = Catalogue.nearest(section, name)
                .map(setting -> setting.section() == section ? setting.name() : setting.key());
        return SettingProblems.unknown(raw.origin().text(), nearest, Catalogue.names(section));
    }
}
