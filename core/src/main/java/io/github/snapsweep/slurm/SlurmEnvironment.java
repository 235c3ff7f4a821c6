package io.github.snapsweep.slurm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The environment for Slurm's programs. Started from inside a job they would take that job's variables for options of
 * ours: {@code SLURM_*} and {@code SBATCH_*} set most of sbatch's.
 */
public final class SlurmEnvironment {

    private static final Pattern INHERITED =
            Pattern.compile("(SLURM|SLURMD|SRUN|SBATCH|SALLOC|SQUEUE|SACCT|SCANCEL|SINFO|SCONTROL|PMI[A-Z0-9]*)_.*");

    /** Where the cluster is, and the pass that lets one in: without them nothing works. */
    private static final Set<String> KEPT = Set.of("SLURM_CONF", "SLURM_CLUSTER_NAME", "SLURM_JWT");

    private SlurmEnvironment() {}

    /** The same variables without those that an enclosing job or an old habit left behind. */
    public static Map<String, String> scrubbed(Map<String, String> environment) {
        Map<String, String> clean = new LinkedHashMap<>(new TreeMap<>(environment));
        clean.keySet().removeIf(name -> INHERITED.matcher(name).matches() && !KEPT.contains(name));
        return clean;
    }
}
