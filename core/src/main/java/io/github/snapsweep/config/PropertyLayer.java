package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the command line sets with {@code -D}: those properties that begin with a section's prefix, and {@code sweep}. */
final class PropertyLayer {

    private static final String SWEEP = "sweep";

    private final Layer layer = new Layer();
    private final Faults faults;

    private PropertyLayer(Faults faults) {
        this.faults = faults;
    }

    /** Reads all properties of a session; whatever is not ours is passed over. */
    static Layer read(Map<String, String> properties, Faults faults) {
        PropertyLayer reader = new PropertyLayer(faults);
        new TreeMap<>(properties).forEach(reader::property);
        return reader.layer;
    }

    private void property(String name, String value) {
        Raw raw = new Raw.Text(value, Raw.Form.PROPERTY, Origin.ofProperty(name));
        if (name.equals(SWEEP)) {
            layer.put(SlurmCatalogue.SWEEP, raw, faults);
        }
        for (Section section : Section.values()) {
            String prefix = section.prefix() + ".";
            if (name.startsWith(prefix)) {
                ours(section, name.substring(prefix.length()), raw);
            }
        }
    }

    private void ours(Section section, String name, Raw raw) {
        int dot = name.indexOf('.');
        Optional<Setting<?>> setting = Catalogue.find(section, name);
        Optional<Setting<?>> map = Catalogue.find(section, name.substring(0, Math.max(dot, 0)))
                .filter(candidate -> candidate.kind() instanceof MapKind);
        if (setting.isPresent()) {
            layer.put(setting.get(), raw, faults);
        } else if (map.isPresent()) {
            layer.putEntry(map.get(), name.substring(dot + 1), raw, faults);
        } else {
            faults.add(unknown(section, name, raw));
        }
    }

    private static String unknown(Section section, String name, Raw raw) {
        return SettingProblems.unknown(
                raw.origin().text(), nearest(section, name).map(key -> "-D" + key), Catalogue.names(section));
    }

    /** What was meant: a setting, the entry of a map, or one of the snapshots', which in a file may stand below slurm. */
    private static Optional<String> nearest(Section section, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return Catalogue.nearest(section, name).map(Setting::key);
        }
        String first = name.substring(0, dot);
        String rest = name.substring(dot + 1);
        return first.equals(Section.SNAPSHOT.prefix())
                ? Catalogue.nearest(Section.SNAPSHOT, rest).map(Setting::key)
                : Catalogue.nearest(section, first)
                        .filter(setting -> setting.kind() instanceof MapKind)
                        .map(map -> map.key() + "." + rest);
    }
}
