package io.github.snapsweep.config;

import io.github.snapsweep.problem.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All settings there are. */
public final class Catalogue {

    private Catalogue() {}

    /** The snapshots' first. */
    public static List<Setting<?>> all() {
        return Stream.of(Section.values())
                .flatMap(section -> of(section).stream())
                .toList();
    }

    static List<Setting<?>> of(Section section) {
        return switch (section) {
            case SNAPSHOT -> SnapshotCatalogue.all();
            case SLURM -> SlurmCatalogue.all();
        };
    }

    static Optional<Setting<?>> find(Section section, String name) {
        return of(section).stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    static List<String> names(Section section) {
        return of(section).stream().map(Setting::name).toList();
    }

    /** What somebody meant who took this for a setting of the section: its nearest, or another section's own. */
    static Optional<Setting<?>> nearest(Section section, String typed) {
        return all().stream()
                .filter(setting -> setting.name().equals(typed))
                .findFirst()
                .or(() -> NearestName.of(typed, names(section)).flatMap(name -> find(section, name)));
    }
}
