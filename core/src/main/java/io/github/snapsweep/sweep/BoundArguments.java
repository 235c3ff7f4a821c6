package io.github.snapsweep.sweep;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call by the names that its function has for them.
 *
 * @param function the function's name
 * @param given those that are given and not {@code null}; all that are needed are among them
 */
record BoundArguments(String function, Map<String, Argument> given) {

    BoundArguments {
        given = Map.copyOf(given);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** One that may be left out. */
    @Nullable
    Argument find(String name) {
        return given.get(name);
    }

    /** One that is given. */
    Argument get(String name) {
        return Objects.requireNonNull(given.get(name), name);
    }

    /** One that is given and has to be a number. */
    NumberArgument number(String name) {
        return new NumberArgument(function, name, get(name));
    }

    /** The number of one that may be left out. */
    BigDecimal decimal(String name, BigDecimal otherwise) {
        return has(name) ? number(name).decimal() : otherwise;
    }
}
