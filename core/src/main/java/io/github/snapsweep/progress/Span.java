package io.github.snapsweep.progress;

import java.time.Duration;
import java.util.Locale;

/** How long something takes, as people say it, and no more exactly than they would. */
public final class Span {

    private Span() {}

    /** {@code 7 s}, {@code 3 min}, {@code 2 h 5 min}, {@code 3 d 4 h}. */
    public static String of(Duration span) {
        if (span.toDays() > 0) {
            return two(span.toDays() + " d", span.toHoursPart(), "h");
        }
        if (span.toHours() > 0) {
            return two(span.toHours() + " h", span.toMinutesPart(), "min");
        }
        return span.toMinutes() > 1 ? span.toMinutes() + " min" : span.toSeconds() + " s";
    }

    /** {@code 1:02:03}, to the second. */
    public static String clock(Duration span) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", span.toHours(), span.toMinutesPart(), span.toSecondsPart());
    }

    private static String two(String large, int small, String unit) {
        return small == 0 ? large : large + " " + small + " " + unit;
    }
}
