package io.github.snapsweep.slurm;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of {@link Sacct}'s answer, in the order of its format. */
record SacctLine(
        ArrayExpression name,
        JobState state,
        Optional<ExitCode> exit,
        Duration elapsed,
        String node,
        OptionalLong maxRss) {

    private static final int FIELDS = 6;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)([KMGTP]?)");
    private static final String UNITS = "KMGTP";
    private static final String NO_NODE = "None assigned";

    static Optional<SacctLine> parse(String line) {
        String[] fields = line.split("\\|", -1);
        return fields.length == FIELDS
                ? ArrayExpression.parse(fields[0]).map(name -> of(name, fields))
                : Optional.empty();
    }

    AccountedTask of(TaskId task) {
        return new AccountedTask(task, state, exit, elapsed, node, maxRss);
    }

    static OptionalLong larger(OptionalLong one, OptionalLong other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()));
    }

    private static SacctLine of(ArrayExpression name, String[] fields) {
        return new SacctLine(
                name,
                JobState.parse(fields[1]),
                ExitCode.parse(fields[2]),
                seconds(fields[3]),
                fields[4].equals(NO_NODE) ? "" : fields[4],
                bytes(fields[5]));
    }

    private static Duration seconds(String text) {
        return text.matches("\\d{1,12}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
    }

    /** {@code 4736K}: units of 1024; a bare number is bytes. */
    private static OptionalLong bytes(String text) {
        Matcher size = SIZE.matcher(text.strip());
        return size.matches()
                ? OptionalLong.of(
                        Math.round(Double.parseDouble(size.group(1)) * Math.pow(1024, 1 + UNITS.indexOf(unit(size)))))
                : OptionalLong.empty();
    }

    private static String unit(Matcher size) {
        return size.group(2).isEmpty() ? "none" : size.group(2);
    }
}
