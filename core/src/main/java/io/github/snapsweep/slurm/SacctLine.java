package io.github.snapsweep.slurm;

import java.time.Duration;
import java.util.Optional;

/** One line of {@link Sacct}'s answer, in the order of its format. */
record SacctLine(ArrayExpression name, JobState state, Optional<ExitCode> exit, Duration elapsed, String node) {

    private static final int FIELDS = 5;
    private static final String NO_NODE = "None assigned";

    static Optional<SacctLine> parse(String line) {
        String[] fields = line.split("\\|", -1);
        return fields.length >= FIELDS
                ? ArrayExpression.parse(fields[0]).map(name -> of(name, fields))
                : Optional.empty();
    }

    AccountedTask of(TaskId task) {
        return new AccountedTask(task, state, exit, elapsed, node);
    }

    private static SacctLine of(ArrayExpression name, String[] fields) {
        return new SacctLine(
                name, JobState.parse(fields[1]), ExitCode.parse(fields[2]), seconds(fields[3]), node(fields[4]));
    }

    /** Where a job ran; empty when it never did. */
    static String node(String text) {
        return text.equals(NO_NODE) ? "" : text;
    }

    private static Duration seconds(String text) {
        return text.matches("\\d{1,12}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
    }
}
