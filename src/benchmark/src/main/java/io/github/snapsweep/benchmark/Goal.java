package io.github.snapsweep.benchmark;

import java.util.Locale;

/**
 * What is compared, and how it has to come out.
 *
 * @param measure how two times are compared
 * @param limit what must be reached; not a number where there is no goal
 */
record Goal(Measure measure, double limit) {

    /** How two times are compared. */
    enum Measure {
        /** The subject's time in those of its rival: little is good. */
        RATIO("<= %.1f x", "%.2f x"),
        /** How many times faster the subject is: much is good. */
        FASTER(">= %.0f x faster", "%.1f x faster"),
        /** The seconds that the subject takes more: little is good. */
        MORE("<= + %.2f s", "%+.2f s");

        private final String goal;
        private final String measured;

        Measure(String goal, String measured) {
            this.goal = goal;
            this.measured = measured;
        }

        double of(double subject, double rival) {
            return switch (this) {
                case RATIO -> subject / rival;
                case FASTER -> rival / subject;
                case MORE -> subject - rival;
            };
        }

        String text(double value) {
            return String.format(Locale.ROOT, measured, value);
        }
    }

    /** {@code ratio 1.0}, {@code faster 20}, {@code more 0.4}; without a number where nothing has to be reached. */
    static Goal parse(String text) {
        String[] words = text.split(" ", -1);
        Measure measure = Measure.valueOf(words[0].toUpperCase(Locale.ROOT));
        return new Goal(measure, words.length > 1 ? Double.parseDouble(words[1]) : Double.NaN);
    }

    String text() {
        return Double.isNaN(limit) ? "" : String.format(Locale.ROOT, measure.goal, limit);
    }

    String verdict(double value) {
        if (Double.isNaN(limit)) {
            return "";
        }
        boolean met = measure == Measure.FASTER ? value >= limit : value <= limit;
        return met ? "met" : "MISSED";
    }
}
