package io.github.snapsweep.sweep;

import java.util.stream.IntStream;

/**
 * Random numbers that are the same for a seed, for ever and everywhere: SplitMix64 (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", OOPSLA 2014). Each follows from its place alone, so that none is remembered.
 */
record Draws(long seed) {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    /** The number at a place, from 0: at least 0, below 1. */
    double at(int place) {
        long bits = seed + (place + 1L) * STEP;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return ((bits ^ (bits >>> 31)) >>> 11) * 0x1.0p-53;
    }

    /** The numbers from 0 on, so many, in an order by chance (Fisher and Yates). */
    int[] order(int count) {
        int[] order = IntStream.range(0, count).toArray();
        for (int last = count - 1; last > 0; last--) {
            int other = (int) (at(last) * (last + 1));
            int moved = order[last];
            order[last] = order[other];
            order[other] = moved;
        }
        return order;
    }
}
