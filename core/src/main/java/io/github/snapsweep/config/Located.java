package io.github.snapsweep.config;

/**
 * A value and where it came from.
 *
 * @param value the value, parsed
 * @param origin where it stands
 */
public record Located<T>(T value, Origin origin) {}
