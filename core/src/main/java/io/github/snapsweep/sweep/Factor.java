package io.github.snapsweep.sweep;

import java.util.List;

/**
 * A parameter and all its values.
 *
 * @param key the parameter's name
 * @param prefix {@code +} or {@code ++}, which Hydra wants back before the name, or nothing
 * @param values its values in order, at least one; those of a range are made when they are asked for
 */
public record Factor(String key, String prefix, List<Value> values) {

    /** The name as Hydra wants it. */
    String prefixedKey() {
        return prefix + key;
    }
}
