package io.github.snapsweep.config;

/** The two families of settings, by the prefix of their goals. */
public enum Section {
    SNAPSHOT("snapshot"),
    SLURM("slurm");

    private final String prefix;

    Section(String prefix) {
        this.prefix = prefix;
    }

    /** As in {@code -Dsnapshot.enabled}, without the dot. */
    public String prefix() {
        return prefix;
    }
}
