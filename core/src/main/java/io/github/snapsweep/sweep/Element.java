package io.github.snapsweep.sweep;

import java.util.List;

/** What stands behind the {@code =} of an override, or for an argument of a function. */
sealed interface Element {

    /** The values that it stands for, in order; there may be none. */
    List<Value> values();

    /** One value. */
    record Single(Value value) implements Element {
        @Override
        public List<Value> values() {
            return List.of(value);
        }
    }

    /**
     * Several values, one after the other.
     *
     * @param kind how they were written
     * @param values they themselves, made when they are asked for where there may be many
     */
    record Several(SweepKind kind, List<Value> values) implements Element {}

    /** How a sweep over several values is written. */
    enum SweepKind {
        /** {@code a,b}. */
        SIMPLE_CHOICE,
        /** {@code choice(a,b)}. */
        CHOICE,
        /** {@code range(0,3)}. */
        RANGE
    }
}
