package io.github.snapsweep.config;

/** As what results are written. */
public enum ResultsFormat {
    /** A table for people. */
    TABLE,
    /** Comma-separated values, as in RFC 4180. */
    CSV,
    /** A list of objects, one a task. */
    JSON
}
