package io.github.snapsweep.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How fast a step goes, and how long the rest of it will take: from what was seen, and nothing until enough was seen. What was
 * done before somebody looked says nothing about it, and neither does what is in doubt.
 */
public final class Pace {

    /** Fewer than this may be an accident. */
    private static final int FEWEST = 3;

    private static final Duration SHORTEST = Duration.ofSeconds(2);

    /** After a silence of so many times the usual one, the pace is another one by now; a queue is asked now and then. */
    private static final int SILENCE = 5;

    private @Nullable Moment first;
    private @Nullable Moment last;
    private int advances;

    /** Takes the step as it is now. */
    public void see(Moment now) {
        if (first == null || last == null || now.done() < last.done()) {
            first = now; // tasks that had ended were put back: what was seen is not true any more
            last = now;
            advances = 0;
        } else if (now.done() > last.done()) {
            last = now;
            advances++;
        }
    }

    /** {@code 12/s}, {@code 5/min}, and how long the rest takes; empty where nobody can say. */
    public List<String> text(Moment now) {
        if (first == null || last == null) {
            return List.of();
        }
        long seen = last.done() - first.done();
        long nanos = last.nanos() - first.nanos();
        boolean stalled =
                now.nanos() - last.nanos() > SILENCE * Math.max(SHORTEST.toNanos(), nanos / Math.max(1, advances));
        if (seen < FEWEST || nanos < SHORTEST.toNanos() || stalled) {
            return List.of();
        }
        double second = seen / (nanos / 1e9);
        List<String> text = new ArrayList<>(List.of(rate(second)));
        if (now.isCounted() && now.certain() && now.done() < now.total()) {
            text.add(Span.of(Duration.ofSeconds(Math.round((now.total() - now.done()) / second))) + " left");
        }
        return text;
    }

    private static String rate(double second) {
        if (second >= 1) {
            return number(second) + "/s";
        }
        return second * 60 >= 1 ? number(second * 60) + "/min" : number(second * 3600) + "/h";
    }

    private static String number(double value) {
        return value < 10
                ? String.format(Locale.ROOT, "%.1f", value).replace(".0", "")
                : String.valueOf(Math.round(value));
    }
}
