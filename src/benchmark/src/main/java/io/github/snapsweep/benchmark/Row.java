package io.github.snapsweep.benchmark;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * A line of the table.
 *
 * @param what what was measured
 * @param against what it was measured against
 * @param goal what had to be reached
 * @param measured what was
 * @param verdict whether that is enough
 * @param medians the times behind it
 */
record Row(String what, String against, String goal, String measured, String verdict, String medians) {

    /** With less than these, a verdict is in doubt. */
    private static final int FEWEST_ROUNDS = 3;

    private static final Row HEADER = new Row("what", "against", "goal", "measured", "", "medians");

    static Row header() {
        return HEADER;
    }

    List<String> cells() {
        return List.of(what, against, goal, measured, verdict, medians);
    }

    /** A line of the script, cut at its tabs. */
    static Row parse(String line, Path results) throws IOException {
        String[] words = line.split("\t", -1);
        return switch (words[0]) {
            case "pair" -> pair(words, results);
            case "warm" -> warm(words, results);
            case "fact" -> new Row(words[1], words[2], words[3], words[4], words[5], words[6]);
            default -> throw new IllegalArgumentException("not a line of the script: " + line);
        };
    }

    /** {@code pair WHAT AGAINST GOAL COMPARISON SUBJECT RIVAL FLOOR}. */
    private static Row pair(String[] words, Path results) throws IOException {
        Goal goal = Goal.parse(words[3]);
        Rounds rounds = Rounds.read(results.resolve(words[4]));
        String subject = words[5];
        String rival = words[6];
        String floor = words[7];
        if (rounds.times().isEmpty()) {
            return new Row(words[1], words[2], goal.text(), "could not be measured", goal.verdict(Double.NaN), "");
        }
        if (rounds.median(subject, floor) <= Rounds.CLOCK) {
            return new Row(words[1], words[2], goal.text(), "lost in the noise", "", "");
        }
        double[] compared = rounds.compared(goal.measure(), subject, rival, floor);
        double median = Rounds.median(compared);
        String spread = " (" + goal.measure().text(compared[0]) + " to "
                + goal.measure().text(compared[compared.length - 1]) + ")";
        return new Row(
                words[1],
                words[2],
                goal.text(),
                goal.measure().text(median) + spread,
                goal.verdict(median) + doubt(goal, rounds),
                seconds(rounds.median(subject, floor)) + " and " + seconds(rounds.median(rival, "")) + ", "
                        + rounds(rounds.times().size()));
    }

    /** {@code warm WHAT FILE}: what JMH left. */
    private static Row warm(String[] words, Path results) throws IOException {
        Path file = results.resolve(words[2]);
        if (!Files.exists(file)) {
            return new Row(words[1], "", "", "could not be measured", "", "");
        }
        double[] times = StreamSupport.stream(
                        JsonParser.parseString(Files.readString(file))
                                .getAsJsonArray()
                                .get(0)
                                .getAsJsonObject()
                                .getAsJsonObject("primaryMetric")
                                .getAsJsonArray("rawData")
                                .get(0)
                                .getAsJsonArray()
                                .spliterator(),
                        false)
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
        return new Row(words[1], "", "", seconds(Rounds.median(times)), "", rounds(times.length));
    }

    private static String doubt(Goal goal, Rounds rounds) {
        return !goal.text().isEmpty() && rounds.times().size() < FEWEST_ROUNDS ? "?" : "";
    }

    private static String rounds(int number) {
        return number == 1 ? "1 round" : number + " rounds";
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.3f s" : "%.1f s", value);
    }
}
