package io.github.snapsweep.slurm;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cluster allows, by {@code scontrol show config}.
 *
 * @param maxArraySize the largest index of an array is one less; 0 where arrays are switched off
 * @param maxArrayTasks how many tasks an array may have, where that has a limit of its own
 * @param minJobAge how long the controller remembers a job that ended
 * @param maxJobCount how many jobs the controller holds at a time, each task counted
 * @param version Slurm's own; empty where it is not said
 */
public record ClusterLimits(
        int maxArraySize, OptionalInt maxArrayTasks, Duration minJobAge, int maxJobCount, String version) {

    /** slurm.conf(5). */
    public static final ClusterLimits DEFAULTS =
            new ClusterLimits(1001, OptionalInt.empty(), Duration.ofMinutes(5), 10_000, "");

    private static final Pattern MAX_ARRAY_TASKS = Pattern.compile("\\bmax_array_tasks=(\\d{1,9})\\b");

    private static final Pattern VERSION = Pattern.compile("(?m)^\\s*SLURM_VERSION\\s*=\\s*(\\S+)");

    /** Reads the configuration that scontrol shows; what it lacks has Slurm's own default. */
    public static ClusterLimits parse(String config) {
        Matcher tasks = MAX_ARRAY_TASKS.matcher(config);
        return new ClusterLimits(
                number(config, "MaxArraySize").orElse(DEFAULTS.maxArraySize),
                tasks.find() ? OptionalInt.of(Integer.parseInt(tasks.group(1))) : OptionalInt.empty(),
                Duration.ofSeconds(number(config, "MinJobAge").orElse((int) DEFAULTS.minJobAge.toSeconds())),
                number(config, "MaxJobCount").orElse(DEFAULTS.maxJobCount),
                version(config));
    }

    /** How many tasks an array that starts at 0 can have; 0 where arrays are switched off. */
    public int largestArray() {
        return Math.min(maxArraySize, maxArrayTasks.orElse(maxArraySize));
    }

    private static String version(String config) {
        Matcher line = VERSION.matcher(config);
        return line.find() ? line.group(1) : "";
    }

    private static OptionalInt number(String config, String key) {
        Matcher line =
                Pattern.compile("(?im)^\\s*" + key + "\\s*=\\s*(\\d{1,9})\\b").matcher(config);
        return line.find() ? OptionalInt.of(Integer.parseInt(line.group(1))) : OptionalInt.empty();
    }
}
