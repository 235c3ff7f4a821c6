package io.github.snapsweep.config;

import java.util.Optional;

/**
 * A setting's definition: there is one of each, in its section's catalogue.
 *
 * @param section whose it is
 * @param name its camelCase name, unique in its section
 * @param kind what its value is
 * @param preset its default, written as a user would; without one it may stay unset
 * @param meaning what it does, in one line
 */
public record Setting<T>(Section section, String name, Kind<T> kind, Optional<String> preset, String meaning) {

    /** The full name: {@code slurm.partition}. */
    public String key() {
        return section.prefix() + "." + name;
    }

    /** There is one of each name in a section; to compare all the rest takes long in a JVM that has just started. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Setting<?> setting && section == setting.section && name.equals(setting.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
