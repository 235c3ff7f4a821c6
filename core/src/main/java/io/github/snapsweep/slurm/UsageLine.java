package io.github.snapsweep.slurm;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of {@link UsageQuery}'s answer, in the order of its format. */
record UsageLine(
        ArrayExpression name,
        TaskUsage.Run run,
        int cpus,
        OptionalLong memoryAsked,
        Optional<Duration> timeAsked,
        OptionalLong memoryUsed) {

    private static final int FIELDS = 10;
    private static final int NO_CPUS = 0;

    /** {@code 4736K}, {@code 100M}, {@code 4Gc}: up to Slurm 20.11 it says whether that is for each CPU or each node. */
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)([KMGTP]?)([cn]?)");

    private static final String UNITS = "KMGTP";
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    static Optional<UsageLine> parse(String line) {
        String[] fields = line.split("\\|", -1);
        return fields.length == FIELDS
                ? ArrayExpression.parse(fields[0]).map(name -> of(name, fields))
                : Optional.empty();
    }

    /** What the lines of one job tell together; nothing when there are lines of its steps alone. */
    static Optional<TaskUsage> usage(TaskId task, List<UsageLine> lines) {
        List<UsageLine> own = lines.stream().filter(line -> !line.name.isStep()).toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        UsageLine last = own.get(own.size() - 1);
        OptionalLong used = lines.stream()
                .map(UsageLine::memoryUsed)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max();
        return Optional.of(new TaskUsage(
                task,
                used,
                last.memoryAsked,
                last.timeAsked,
                last.cpus,
                own.stream().map(UsageLine::run).toList()));
    }

    private static UsageLine of(ArrayExpression name, String[] fields) {
        TaskUsage.Run run = new TaskUsage.Run(
                JobState.parse(fields[1]),
                time(fields[3]),
                time(fields[4]),
                time(fields[5]),
                SacctLine.node(fields[2]));
        int cpus = count(fields[6]).orElse(NO_CPUS);
        return new UsageLine(
                name,
                run,
                cpus,
                bytes(fields[7], cpus),
                count(fields[8]).map(Duration::ofMinutes),
                bytes(fields[9], 1));
    }

    private static Optional<Integer> count(String text) {
        return COUNT.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** By the clock of the cluster, which is taken for this machine's; {@code Unknown} before. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Units of 1024; a bare number is bytes; nothing asked for is the whole node. */
    private static OptionalLong bytes(String text, int cpus) {
        Matcher size = SIZE.matcher(text.strip());
        if (!size.matches() || Double.parseDouble(size.group(1)) == 0) {
            return OptionalLong.empty();
        }
        int unit = size.group(2).isEmpty() ? 0 : 1 + UNITS.indexOf(size.group(2));
        int times = size.group(3).equals("c") ? Math.max(1, cpus) : 1;
        return OptionalLong.of(Math.round(Double.parseDouble(size.group(1)) * Math.pow(1024, unit) * times));
    }
}
