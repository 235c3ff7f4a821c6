package io.github.snapsweep.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands behind the {@code =} of an override, or for an argument of a function. */
sealed interface Element {

    /** One value. */
    record Single(Value value) implements Element {}

    /**
     * Several values, one after the other.
     *
     * @param kind how they were written
     * @param values they themselves, made when they are asked for where there may be many
     */
    record Several(SweepKind kind, List<Value> values) implements Element {}

    /**
     * Several parameters that step together.
     *
     * @param members the values of each, as many of one as of any other
     */
    record Zipped(Map<String, List<Value>> members) implements Element {
        public Zipped {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** How many steps there are. */
        int size() {
            return members.values().iterator().next().size();
        }
    }

    /** How a sweep over several values is written. */
    enum SweepKind {
        /** {@code a,b}. */
        SIMPLE_CHOICE,
        /** {@code choice(a,b)}. */
        CHOICE,
        /** {@code range(0,3)}. */
        RANGE,
        /** {@code glob(data/*.csv)}. */
        GLOB,
        /** {@code linspace(0,1,5)}, {@code uniform(0,1,5)} and their like. */
        NUMBERS
    }
}
