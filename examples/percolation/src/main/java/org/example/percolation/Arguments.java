package org.example.percolation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The command line: {@code key=value}, in any order. */
final class Arguments {

    private static final int LARGEST_SIZE = 20_000;

    private final Map<String, String> values = new LinkedHashMap<>();

    private Arguments() {}

    /**
     * Reads an experiment.
     *
     * @throws IllegalArgumentException with a message for the user, when an argument is missing, unknown or no good
     */
    static Experiment parse(String... words) {
        Arguments arguments = new Arguments();
        for (String word : words) {
            arguments.add(word);
        }
        Experiment experiment = new Experiment(
                arguments.take("size", null, "a whole number from 1 to " + LARGEST_SIZE, Arguments::size),
                arguments.take("p", null, "a number from 0 to 1", Arguments::probability),
                arguments.take("seed", null, "a whole number", Long::parseLong),
                arguments.take("trials", "200", "a whole number from 1 on", Arguments::positive));
        if (!arguments.values.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown argument: " + arguments.values.keySet().iterator().next());
        }
        return experiment;
    }

    private void add(String word) {
        int equals = word.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("not of the form key=value: " + word);
        }
        String key = word.substring(0, equals);
        if (values.put(key, word.substring(equals + 1)) != null) {
            throw new IllegalArgumentException("given twice: " + key);
        }
    }

    private <T> T take(String key, String preset, String wanted, Function<String, T> reading) {
        String given = values.remove(key);
        String text = given == null ? preset : given;
        if (text == null) {
            throw new IllegalArgumentException("missing argument: " + key + "=" + wanted);
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + "=" + text + ": " + key + " must be " + wanted, e);
        }
    }

    private static int size(String text) {
        int size = positive(text);
        require(size <= LARGEST_SIZE);
        return size;
    }

    private static int positive(String text) {
        int number = Integer.parseInt(text);
        require(number >= 1);
        return number;
    }

    private static double probability(String text) {
        double p = Double.parseDouble(text);
        require(p >= 0 && p <= 1);
        return p;
    }

    private static void require(boolean met) {
        if (!met) {
            throw new IllegalArgumentException("out of range");
        }
    }
}
