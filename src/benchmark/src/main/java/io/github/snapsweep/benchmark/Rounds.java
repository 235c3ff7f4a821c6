package io.github.snapsweep.benchmark;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rounds of one comparison: in each, every command ran once, right after the others, so that what slows the machine
 * down for a while slows them all.
 *
 * @param times the seconds of each round, by the command's name
 */
record Rounds(List<Map<String, Double>> times) {

    /** The least time that is told from none, in seconds. */
    static final double CLOCK = 0.001;

    /** What hyperfine left: a file for each round. */
    static Rounds read(Path folder) throws IOException {
        List<Map<String, Double>> times = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
                for (Path file : files) {
                    times.add(round(file));
                }
            }
        }
        return new Rounds(times);
    }

    private static Map<String, Double> round(Path file) throws IOException {
        JsonArray results =
                JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonArray("results");
        Map<String, Double> times = new HashMap<>();
        for (JsonElement result : results) {
            JsonObject command = result.getAsJsonObject();
            times.put(
                    command.get("command").getAsString(),
                    command.getAsJsonArray("times").get(0).getAsDouble());
        }
        return times;
    }

    /** Each round's own comparison, sorted. */
    double[] compared(Goal.Measure measure, String subject, String rival, String floor) {
        return times.stream()
                .mapToDouble(round -> measure.of(above(round, subject, floor), time(round, rival)))
                .sorted()
                .toArray();
    }

    /** The median time of a command in seconds. */
    double median(String command, String floor) {
        return median(times.stream()
                .mapToDouble(round -> above(round, command, floor))
                .toArray());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The time above the floor; never nothing at all, since clocks tremble. */
    private static double above(Map<String, Double> round, String command, String floor) {
        double time = time(round, command);
        return floor.isEmpty() ? time : Math.max(time - time(round, floor), CLOCK);
    }

    private static double time(Map<String, Double> round, String command) {
        Double time = round.get(command);
        if (time == null) {
            throw new IllegalArgumentException("no " + command + " in " + round.keySet());
        }
        return time;
    }
}
