package org.example.percolation;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * A Monte Carlo estimate of how likely a random grid percolates.
 *
 * <p>On an infinite square lattice there is an infinite cluster above p_c = 0.592746 and none below. On a finite grid
 * the step is smeared out, over a width that shrinks as size to the power of -3/4.
 *
 * @param size the number of sites along a side of the grid
 * @param p the probability that a site is open
 * @param seed tells repetitions of the same experiment apart
 * @param trials the number of realizations
 */
record Experiment(int size, double p, long seed, int trials) {

    Metrics run() {
        long start = System.nanoTime();
        UniformRandomProvider random = random();
        int spanning = 0;
        long largest = 0;
        for (int trial = 0; trial < trials; trial++) {
            Clusters clusters = Clusters.of(Grid.random(size, p, random));
            spanning += clusters.spanning() ? 1 : 0;
            largest += clusters.largest();
        }
        double sites = (double) size * size;
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Metrics(this, (double) spanning / trials, largest / sites / trials, seconds);
    }

    /** Size and p go into the seed as well: runs at different points would otherwise share their random numbers. */
    private UniformRandomProvider random() {
        long mixed = scramble(scramble(scramble(seed) ^ size) ^ Double.doubleToLongBits(p));
        return RandomSource.XO_SHI_RO_256_PP.create(mixed);
    }

    private static long scramble(long bits) {
        return RandomSource.SPLIT_MIX_64.create(bits).nextLong();
    }
}
