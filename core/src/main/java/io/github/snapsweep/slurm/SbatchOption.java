package io.github.snapsweep.slurm;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings that become an option of {@code sbatch}: the setting's name (as in a POM), the option, what its value
 * is, and its default. See the manual page sbatch(1) for what each does.
 */
public enum SbatchOption {
    TIMEOUT_MIN("timeoutMin", "--time", Kind.COUNT, "60"),
    NODES("nodes", "--nodes", Kind.COUNT, "1"),
    TASKS_PER_NODE("tasksPerNode", "--ntasks-per-node", Kind.COUNT, "1"),
    CPUS_PER_TASK("cpusPerTask", "--cpus-per-task", Kind.COUNT),
    GPUS_PER_NODE("gpusPerNode", "--gpus-per-node", Kind.TEXT),
    GPUS_PER_TASK("gpusPerTask", "--gpus-per-task", Kind.TEXT),
    CPUS_PER_GPU("cpusPerGpu", "--cpus-per-gpu", Kind.COUNT),
    MEM_GB("memGb", "--mem", Kind.GIGABYTES),
    MEM_PER_CPU("memPerCpu", "--mem-per-cpu", Kind.TEXT),
    MEM_PER_GPU("memPerGpu", "--mem-per-gpu", Kind.TEXT),
    PARTITION("partition", "--partition", Kind.TEXT),
    QOS("qos", "--qos", Kind.TEXT),
    ACCOUNT("account", "--account", Kind.TEXT),
    CONSTRAINT("constraint", "--constraint", Kind.TEXT),
    GRES("gres", "--gres", Kind.TEXT),
    EXCLUDE("exclude", "--exclude", Kind.TEXT),
    NODELIST("nodelist", "--nodelist", Kind.TEXT),
    RESERVATION("reservation", "--reservation", Kind.TEXT),
    EXCLUSIVE("exclusive", "--exclusive", Kind.FLAG_OR_TEXT),
    DEPENDENCY("dependency", "--dependency", Kind.TEXT),
    MAIL_TYPE("mailType", "--mail-type", Kind.TEXT),
    MAIL_USER("mailUser", "--mail-user", Kind.TEXT);

    /** What a value of the option is. */
    public enum Kind {
        /** Any text of one line. */
        TEXT,
        /** A whole number of at least 1. */
        COUNT,
        /** Gigabytes, fractions allowed: {@code 4} becomes {@code 4GB}, {@code 0.5} becomes {@code 512MB}. */
        GIGABYTES,
        /** {@code true} for the option alone, {@code false} for none, or a value for it. */
        FLAG_OR_TEXT
    }

    private final String setting;
    private final String option;
    private final Kind kind;
    private final Optional<String> preset;

    SbatchOption(String setting, String option, Kind kind) {
        this(setting, option, kind, null);
    }

    SbatchOption(String setting, String option, Kind kind, @Nullable String preset) {
        this.setting = setting;
        this.option = option;
        this.kind = kind;
        this.preset = Optional.ofNullable(preset);
    }

    /** The setting's name, as in a POM: {@code timeoutMin}. */
    public String setting() {
        return setting;
    }

    /** The option of sbatch, with its dashes: {@code --time}. */
    public String option() {
        return option;
    }

    public Kind kind() {
        return kind;
    }

    /** The default, where there is one. */
    public Optional<String> preset() {
        return preset;
    }
}
