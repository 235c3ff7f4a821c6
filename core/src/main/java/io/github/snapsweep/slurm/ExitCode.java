package io.github.snapsweep.slurm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a job ended, as the accounting has it. Codes above 128 have lost 128 there (137 reads {@code 9:0}, and 128 even
 * {@code 0:0} beside FAILED), so a task's own exit mark is the better witness.
 *
 * @param code the exit code of its script
 * @param signal the signal that ended it; 0 for none
 */
public record ExitCode(int code, int signal) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5}):(\\d{1,5})");

    /** Reads {@code 0:9}; empty for anything else. */
    public static Optional<ExitCode> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new ExitCode(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }
}
