package io.github.snapsweep.slurm;

import java.util.List;

/** Asks for the configuration of this machine's cluster. */
record LimitsQuery() implements Query<ClusterLimits> {

    @Override
    public List<String> words() {
        return List.of("scontrol", "show", "config");
    }

    @Override
    public ClusterLimits parse(String out) {
        return ClusterLimits.parse(out);
    }
}
