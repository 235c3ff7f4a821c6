package io.github.snapsweep.config;

import java.util.stream.Stream;

/** The two families of settings, by the prefix of their goals. */
public enum Section {
    SNAPSHOT("snapshot"),
    SLURM("slurm");

    private final String prefix;

    Section(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The section of a prefix.
     *
     * @throws IllegalArgumentException when it is no plugin's
     */
    static Section of(String prefix) {
        return Stream.of(values())
                .filter(section -> section.prefix.equals(prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no section has the prefix " + prefix));
    }

    /** As in {@code -Dsnapshot.enabled}, without the dot. */
    public String prefix() {
        return prefix;
    }
}
