package io.github.snapsweep.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Progress as lines at sensible times: the first, the last, each failure's first, and one every few seconds. */
public final class PlainProgress implements Progress {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Consumer<String> info;
    private final Consumer<String> warn;
    private final Clock clock;
    private Instant next = Instant.MIN;
    private int failedBefore;

    /**
     * Shows progress through two sinks.
     *
     * @param info takes a line of information
     * @param warn takes a line of warning
     */
    public PlainProgress(Consumer<String> info, Consumer<String> warn, Clock clock) {
        this.info = info;
        this.warn = warn;
        this.clock = clock;
    }

    @Override
    public synchronized void info(String line) {
        info.accept(line);
    }

    @Override
    public synchronized void warn(String line) {
        warn.accept(line);
    }

    @Override
    public synchronized void advance(String what, int done, int failed, int total) {
        Instant now = clock.instant();
        boolean firstFailure = failed > 0 && failedBefore == 0;
        if (done == total || firstFailure || !now.isBefore(next)) {
            info.accept(what + ": " + done + " of " + total + " done" + (failed > 0 ? ", " + failed + " failed" : ""));
            next = now.plus(PAUSE);
        }
        failedBefore = failed;
    }
}
