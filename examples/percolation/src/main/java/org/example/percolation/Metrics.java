package org.example.percolation;

import java.util.Locale;

/**
 * What an experiment measured.
 *
 * @param experiment the experiment
 * @param spanningProbability the fraction of realizations with a cluster from top to bottom
 * @param meanLargestCluster the mean size of the largest cluster, as a fraction of all sites
 * @param seconds how long the simulation took
 */
record Metrics(Experiment experiment, double spanningProbability, double meanLargestCluster, double seconds) {

    String toJson() {
        return """
                {
                  "size": %d,
                  "p": %s,
                  "seed": %d,
                  "trials": %d,
                  "spanningProbability": %s,
                  "meanLargestCluster": %s,
                  "seconds": %s
                }
                """.formatted(
                        experiment.size(),
                        experiment.p(),
                        experiment.seed(),
                        experiment.trials(),
                        spanningProbability,
                        meanLargestCluster,
                        seconds);
    }

    /** One line for people. */
    String toLine() {
        return String.format(
                Locale.ROOT,
                "size=%d p=%s seed=%d trials=%d: spanning probability %.3f, largest cluster %.3f of all sites, %.2f s",
                experiment.size(),
                experiment.p(),
                experiment.seed(),
                experiment.trials(),
                spanningProbability,
                meanLargestCluster,
                seconds);
    }
}
