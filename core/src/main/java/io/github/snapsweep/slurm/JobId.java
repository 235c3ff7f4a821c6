package io.github.snapsweep.slurm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A job, or an array as a whole.
 *
 * @param id the number that Slurm gave it
 * @param cluster the cluster that has it, when it was sent to another than this machine's own
 */
public record JobId(long id, Optional<String> cluster) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})(?:;(\\S+))?");

    /** A job of this machine's own cluster. */
    public static JobId of(long id) {
        return new JobId(id, Optional.empty());
    }

    /** Reads {@code 123} and {@code 123;cluster}; empty for anything else. */
    public static Optional<JobId> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new JobId(Long.parseLong(form.group(1)), Optional.ofNullable(form.group(2))))
                : Optional.empty();
    }

    /** As {@code sbatch --parsable} prints it; {@link #parse} reads it back. */
    public String text() {
        return id + cluster.map(name -> ";" + name).orElse("");
    }
}
