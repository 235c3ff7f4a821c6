package io.github.snapsweep.faults;

import java.util.Random;

/** What is left to chance in a run of the suite, and how much of it: the same again for the same seed. */
final class Chance {

    /** How often each deed is killed: {@code -Dfaults.rounds=100}. */
    static final int ROUNDS = Integer.getInteger("faults.rounds", 10);

    /** How often what has many cases of its own is done in each. */
    static final int FEW_ROUNDS = 1 + ROUNDS / 4;

    private static final long SEED = Long.getLong("faults.seed", System.currentTimeMillis() % 1_000_000);

    private Chance() {}

    /** Numbers that are a purpose's own, whatever runs before it. */
    static Random of(String purpose) {
        return new Random(SEED * 31 + purpose.hashCode());
    }
}
