package io.github.snapsweep.progress;

import java.time.Duration;

/**
 * How a step is at a moment.
 *
 * @param what what is done, or counted
 * @param done how many are done
 * @param failed how many of those failed
 * @param total how many there are; negative when nobody knows
 * @param certain whether nothing is in doubt
 * @param nanos how long it has taken so far
 */
public record Moment(String what, long done, long failed, long total, boolean certain, long nanos) {

    boolean isCounted() {
        return total >= 0;
    }

    Duration elapsed() {
        return Duration.ofNanos(nanos);
    }

    /** {@code 412 of 1000 done, 3 failed}; for what has no total, how many so far. */
    String counts() {
        if (!isCounted()) {
            return done > 0 ? done + " so far" : "";
        }
        return done + " of " + total + " done" + (failed > 0 ? ", " + failed + " failed" : "");
    }
}
