package io.github.snapsweep.slurm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Indices of an array's tasks, in their order, none twice.
 *
 * @param values none negative
 */
public record TaskIndices(NavigableSet<Integer> values) {

    /** No launch has so many tasks, and each of a range takes memory. */
    private static final Pattern TOO_LARGE = Pattern.compile("\\d{8}");

    public TaskIndices {
        values = Collections.unmodifiableNavigableSet(new TreeSet<>(values));
        if (!values.isEmpty() && values.first() < 0) {
            throw new IllegalArgumentException("an index below 0: " + values.first());
        }
    }

    /** Indices 0 to count - 1. */
    public static TaskIndices upTo(int count) {
        return of(IntStream.range(0, count).boxed().toList());
    }

    public static TaskIndices of(Collection<Integer> values) {
        return new TaskIndices(new TreeSet<>(values));
    }

    /** Reads a text such as {@code 0,3,7-9}; empty when it is none, names no index, or one of more than seven digits. */
    public static Optional<TaskIndices> parse(String text) {
        if (TOO_LARGE.matcher(text).find()) {
            return Optional.empty();
        }
        return TaskList.indices(text).filter(indices -> !indices.isEmpty());
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** As Slurm writes and reads them: {@code 0-3,5}. */
    public String text() {
        return runs().stream().map(Run::text).collect(Collectors.joining(","));
    }

    /** The same indices in parts of at most so many runs, for command lines that must not grow for ever. */
    List<TaskIndices> parts(int runs) {
        List<Run> all = runs();
        return IntStream.iterate(0, start -> start < all.size(), start -> start + runs)
                .mapToObj(start -> all.subList(start, Math.min(start + runs, all.size())))
                .map(part -> of(part.stream().flatMap(Run::values).toList()))
                .toList();
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        Iterator<Integer> rest = values.iterator();
        while (rest.hasNext()) {
            int next = rest.next();
            int last = runs.size() - 1;
            if (last >= 0 && runs.get(last).to() == next - 1) {
                runs.set(last, new Run(runs.get(last).from(), next));
            } else {
                runs.add(new Run(next, next));
            }
        }
        return runs;
    }

    /** Indices without a gap, both ends included. */
    private record Run(int from, int to) {

        String text() {
            return from == to ? String.valueOf(from) : from + "-" + to;
        }

        Stream<Integer> values() {
            return IntStream.rangeClosed(from, to).boxed();
        }
    }
}
