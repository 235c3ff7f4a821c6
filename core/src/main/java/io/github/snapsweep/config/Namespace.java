package io.github.snapsweep.config;

/** Where the refs of snapshots are kept. */
public enum Namespace {
    /** Ordinary branches. */
    BRANCHES("refs/heads/"),
    /** Refs that neither {@code git branch} nor an ordinary fetch shows. */
    HIDDEN("refs/snapshots/");

    private final String prefix;

    Namespace(String prefix) {
        this.prefix = prefix;
    }

    /** What the full names of the refs begin with, slash included. */
    public String prefix() {
        return prefix;
    }
}
