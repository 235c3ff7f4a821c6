package io.github.snapsweep.slurm;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tasks between the brackets of an {@link ArrayExpression}.
 *
 * @param complete false when the list was cut
 */
record TaskList(TaskIndices tasks, OptionalInt throttle, boolean complete) {

    private static final Pattern THROTTLE = Pattern.compile("(.*)%(\\d{1,9})");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9})(?::([1-9]\\d{0,8}))?)?");

    static TaskList single(@Nullable String task) {
        TaskIndices tasks = task == null ? TaskIndices.upTo(0) : TaskIndices.of(List.of(Integer.valueOf(task)));
        return new TaskList(tasks, OptionalInt.empty(), true);
    }

    /**
     * Reads a list such as {@code 1-20:5,7%2}. What may have lost digits where it was cut is left out: the entry with
     * the dots, and the last one when the closing bracket is gone.
     */
    static TaskList parse(String text, boolean closed) {
        Matcher throttle = THROTTLE.matcher(text);
        boolean throttled = closed && throttle.matches();
        String[] entries = (throttled ? throttle.group(1) : text).split(",", -1);
        int whole = closed ? entries.length : entries.length - 1;
        boolean complete = closed;
        TreeSet<Integer> tasks = new TreeSet<>();
        for (int i = 0; i < whole; i++) {
            Matcher range = RANGE.matcher(entries[i].strip());
            if (range.matches()) {
                indices(range).forEach(tasks::add);
            } else {
                complete = false;
            }
        }
        return new TaskList(
                new TaskIndices(tasks), throttled ? number(throttle.group(2)) : OptionalInt.empty(), complete);
    }

    /** Reads a list such as {@code 0,3,7-9} in which nothing may be unclear. */
    static Optional<TaskIndices> indices(String text) {
        TreeSet<Integer> tasks = new TreeSet<>();
        for (String entry : text.split(",", -1)) {
            Matcher range = RANGE.matcher(entry.strip());
            if (!range.matches()) {
                return Optional.empty();
            }
            indices(range).forEach(tasks::add);
        }
        return Optional.of(new TaskIndices(tasks));
    }

    static OptionalInt number(@Nullable String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    private static IntStream indices(Matcher range) {
        int from = Integer.parseInt(range.group(1));
        int to = number(range.group(2)).orElse(from);
        int step = number(range.group(3)).orElse(1);
        return IntStream.iterate(from, index -> index <= to, index -> index + step);
    }
}
