package io.github.snapsweep.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hands out the settings of a section as they are defined, and remembers each. */
final class Register {

    private final Section section;
    private final List<Setting<?>> settings = new ArrayList<>();

    Register(Section section) {
        this.section = section;
    }

    /** A setting that always has a value. */
    <T> Setting<T> preset(String name, Kind<T> kind, String preset, String meaning) {
        return add(name, kind, Optional.of(preset), meaning);
    }

    /** A setting that may have none. */
    <T> Setting<T> optional(String name, Kind<T> kind, String meaning) {
        return add(name, kind, Optional.empty(), meaning);
    }

    <T> Setting<T> add(String name, Kind<T> kind, Optional<String> preset, String meaning) {
        Setting<T> setting = new Setting<>(section, name, kind, preset, meaning);
        settings.add(setting);
        return setting;
    }

    /** All that were defined so far, in that order. */
    List<Setting<?>> settings() {
        return List.copyOf(settings);
    }
}
