package org.example.percolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ExperimentTest {

    @Test
    void nothingSpansAnEmptyGrid() {
        Metrics metrics = new Experiment(16, 0, 1, 20).run();

        assertEquals(0, metrics.spanningProbability());
        assertEquals(0, metrics.meanLargestCluster());
    }

    @Test
    void oneClusterFillsAFullGrid() {
        Metrics metrics = new Experiment(16, 1, 1, 20).run();

        assertEquals(1, metrics.spanningProbability());
        assertEquals(1, metrics.meanLargestCluster());
    }

    @Test
    void theSmallestGridFollowsItsExactFormula() {
        // a 2 x 2 grid spans when either column is open: 1 - (1 - p^2)^2
        double p = 0.6;
        double exact = 1 - Math.pow(1 - p * p, 2);

        // 0.0063 is four standard errors of 100,000 trials
        assertEquals(exact, new Experiment(2, p, 7, 100_000).run().spanningProbability(), 0.0063);
    }

    @Test
    void theSeedDecidesTheOutcome() {
        double largest = new Experiment(32, 0.59, 1, 20).run().meanLargestCluster();

        assertEquals(largest, new Experiment(32, 0.59, 1, 20).run().meanLargestCluster());
        assertNotEquals(largest, new Experiment(32, 0.59, 2, 20).run().meanLargestCluster());
    }
}
