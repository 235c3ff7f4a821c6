package io.github.snapsweep.slurm;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What Slurm says of a job: squeue(1), "JOB STATE CODES", with those that newer versions added.
 *
 * <p>A state is final when the job will not run again by itself. A preempted job that Slurm puts back into the queue
 * is listed as pending again.
 */
public enum JobState {
    BOOT_FAIL("BF", true),
    CANCELLED("CA", true),
    COMPLETED("CD", true),
    CONFIGURING("CF", false),
    COMPLETING("CG", false),
    DEADLINE("DL", true),
    EXPEDITING("", false),
    FAILED("F", true),
    LAUNCH_FAILED("LF", false),
    NODE_FAIL("NF", true),
    OUT_OF_MEMORY("OOM", true),
    PENDING("PD", false),
    POWER_UP_NODE("PO", false),
    PREEMPTED("PR", true),
    RECONFIG_FAIL("RE", false),
    REQUEUED("RQ", false),
    REQUEUE_FED("RF", false),
    REQUEUE_HOLD("RH", false),
    RESIZING("RS", false),
    RESV_DEL_HOLD("RD", false),
    REVOKED("RV", true),
    RUNNING("R", false),
    SIGNALING("SI", false),
    SPECIAL_EXIT("SE", true),
    STAGE_OUT("SO", false),
    STOPPED("ST", false),
    SUSPENDED("S", false),
    TIMEOUT("TO", true),
    UPDATE_DB("", false),
    /** A text that no version we know of prints; never taken for an end. */
    UNKNOWN("", false);

    private final String code;
    private final boolean end;

    JobState(String code, boolean end) {
        this.code = code;
        this.end = end;
    }

    /** The short form, {@code PD}; empty where squeue(1) names none. */
    public String code() {
        return code;
    }

    public boolean isFinal() {
        return end;
    }

    /** How the job came to its end, in words; empty for a good end, and for what is none. */
    public String meaning() {
        return switch (this) {
            case BOOT_FAIL -> "its node did not boot";
            case CANCELLED -> "cancelled";
            case DEADLINE -> "its deadline had come";
            case FAILED, SPECIAL_EXIT -> "failed without a mark of its own";
            case NODE_FAIL -> "its node failed";
            case OUT_OF_MEMORY -> "out of memory: memGb, memPerCpu or memPerGpu is too small";
            case PREEMPTED -> "preempted, and not put back";
            case REVOKED -> "another cluster took it";
            case TIMEOUT -> "its time limit: timeoutMin is too small";
            default -> "";
        };
    }

    /**
     * Reads a state as any of Slurm's programs prints it: long or short, followed by more ({@code CANCELLED by 0}), or
     * cut in a column ({@code OUT_OF_ME+}).
     *
     * @return {@link #UNKNOWN} for anything else
     */
    public static JobState parse(String text) {
        String word = text.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
        if (word.isEmpty()) {
            return UNKNOWN;
        }
        return word.endsWith("+")
                ? only(state -> state.name().startsWith(word.substring(0, word.length() - 1)))
                : only(state -> state.name().equals(word) || state.code.equals(word));
    }

    private static JobState only(Predicate<JobState> fits) {
        JobState[] all = Arrays.stream(values()).filter(fits).toArray(JobState[]::new);
        return all.length == 1 ? all[0] : UNKNOWN;
    }
}
