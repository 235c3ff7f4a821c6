package io.github.snapsweep.config;

/** What happens when untracked files that look like secrets would be published. */
public enum Secrets {
    /** Stops, with the list of them. */
    FAIL,
    /** Names them and goes on. */
    WARN,
    /** Goes on. */
    ALLOW
}
