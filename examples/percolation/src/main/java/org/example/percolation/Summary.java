package org.example.percolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mean spanning probability by size and p, over every {@code metrics.json} below a folder, and the p at which the
 * largest size passes one half.
 */
public final class Summary {

    private final SortedMap<Integer, SortedMap<Double, DoubleSummaryStatistics>> bySize = new TreeMap<>();

    private Summary() {}

    public static void main(String[] words) throws IOException {
        if (words.length != 1 || !Files.isDirectory(Path.of(words[0]))) {
            System.err.println("usage: summary FOLDER, a folder with metrics.json files somewhere below it");
            System.exit(2);
        }
        Summary summary = of(Path.of(words[0]));
        if (summary.bySize.isEmpty()) {
            System.err.println("summary: no metrics below " + words[0]);
            System.exit(1);
        }
        System.out.print(summary.table());
        System.out.println(summary.verdict());
    }

    static Summary of(Path folder) throws IOException {
        Summary summary = new Summary();
        for (Path file : metricsBelow(folder)) {
            summary.add(file);
        }
        return summary;
    }

    private static List<Path> metricsBelow(Path folder) throws IOException {
        // the folder itself may be a link
        try (Stream<Path> files = Files.walk(folder.toRealPath())) {
            return files.filter(file -> file.endsWith("metrics.json")).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Adds a run; one that is still writing its file, or that wrote something else, is named and left out. */
    private void add(Path file) throws IOException {
        String json = Files.readString(file);
        try {
            int size = (int) number(json, "size");
            double p = number(json, "p");
            double spanning = number(json, "spanningProbability");
            bySize.computeIfAbsent(size, any -> new TreeMap<>())
                    .computeIfAbsent(p, any -> new DoubleSummaryStatistics())
                    .accept(spanning);
        } catch (IllegalArgumentException e) {
            System.err.println("summary: left out " + file + ": " + e.getMessage());
        }
    }

    private static double number(String json, String key) {
        Matcher matcher =
                Pattern.compile("\"" + key + "\"\\s*:\\s*([-+.0-9eE]+)\\s*[,}]").matcher(json);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no number for " + key);
        }
        return Double.parseDouble(matcher.group(1));
    }

    String table() {
        StringBuilder table =
                new StringBuilder(row("p", bySize.keySet().stream().map(size -> "size " + size)));
        bySize.values().stream()
                .flatMap(byP -> byP.keySet().stream())
                .distinct()
                .sorted()
                .forEach(p ->
                        table.append(row(p.toString(), bySize.values().stream().map(byP -> cell(byP.get(p))))));
        return table.toString();
    }

    private static String row(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).map("%10s"::formatted).collect(Collectors.joining("", "", "\n"));
    }

    private static String cell(DoubleSummaryStatistics runs) {
        return runs == null ? "-" : String.format(Locale.ROOT, "%.3f", runs.getAverage());
    }

    String verdict() {
        OptionalDouble crossing = crossing(bySize.get(bySize.lastKey()));
        return crossing.isPresent()
                ? String.format(
                        Locale.ROOT,
                        "size %d spans in half of all cases at p = %.4f",
                        bySize.lastKey(),
                        crossing.getAsDouble())
                : "size " + bySize.lastKey() + " does not pass one half between these p";
    }

    /** Where the mean first passes one half, on the straight line between the two points around it. */
    private static OptionalDouble crossing(SortedMap<Double, DoubleSummaryStatistics> byP) {
        double lastP = Double.NaN;
        double last = Double.NaN;
        for (Map.Entry<Double, DoubleSummaryStatistics> entry : byP.entrySet()) {
            double p = entry.getKey();
            double mean = entry.getValue().getAverage();
            if (last < 0.5 && mean >= 0.5) {
                return OptionalDouble.of(lastP + (0.5 - last) / (mean - last) * (p - lastP));
            }
            lastP = p;
            last = mean;
        }
        return OptionalDouble.empty();
    }
}
