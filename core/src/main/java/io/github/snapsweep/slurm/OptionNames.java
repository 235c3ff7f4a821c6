package io.github.snapsweep.slurm;

import java.util.Locale;
import java.util.Map;

/** The names that a person may give an option of {@code sbatch}, and the one long name that they mean. */
final class OptionNames {

    /** sbatch(1): the letters, and the long names that are only another word for one. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("A", "account"),
            Map.entry("a", "array"),
            Map.entry("B", "extra-node-info"),
            Map.entry("b", "begin"),
            Map.entry("C", "constraint"),
            Map.entry("c", "cpus-per-task"),
            Map.entry("D", "chdir"),
            Map.entry("d", "dependency"),
            Map.entry("e", "error"),
            Map.entry("F", "nodefile"),
            Map.entry("G", "gpus"),
            Map.entry("H", "hold"),
            Map.entry("h", "help"),
            Map.entry("i", "input"),
            Map.entry("J", "job-name"),
            Map.entry("k", "no-kill"),
            Map.entry("L", "licenses"),
            Map.entry("M", "clusters"),
            Map.entry("m", "distribution"),
            Map.entry("N", "nodes"),
            Map.entry("n", "ntasks"),
            Map.entry("O", "overcommit"),
            Map.entry("o", "output"),
            Map.entry("p", "partition"),
            Map.entry("Q", "quiet"),
            Map.entry("q", "qos"),
            Map.entry("S", "core-spec"),
            Map.entry("s", "oversubscribe"),
            Map.entry("t", "time"),
            Map.entry("u", "usage"),
            Map.entry("V", "version"),
            Map.entry("v", "verbose"),
            Map.entry("W", "wait"),
            Map.entry("w", "nodelist"),
            Map.entry("x", "exclude"),
            Map.entry("cluster", "clusters"),
            Map.entry("share", "oversubscribe"),
            Map.entry("tasks-per-node", "ntasks-per-node"),
            Map.entry("workdir", "chdir"));

    private OptionNames() {}

    /** The long name with its dashes: {@code mem_per_cpu}, {@code --mem-per-cpu} -> {@code --mem-per-cpu}. */
    static String canonical(String given) {
        String bare = given.strip().replaceFirst("^-+", "");
        String name = bare.length() == 1 ? bare : bare.replace('_', '-').toLowerCase(Locale.ROOT);
        return "--" + SYNONYMS.getOrDefault(name, name);
    }
}
