package io.github.snapsweep.config;

/**
 * A setting as it holds in the end, for showing.
 *
 * @param key its full name, {@code slurm.partition}; an entry of a map by its own key, {@code slurm.env.SEED}
 * @param value its value as it was written, lists with commas
 * @param origin who set it
 */
public record Effective(String key, String value, Origin origin) {}
