package io.github.snapsweep.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a step is told, and when: a pure function of the moments that it is looked at. */
final class ShownStep {

    /** What is done sooner needs no word. */
    static final Duration NOTICEABLE = Duration.ofSeconds(1);

    private static final Duration FIRST_LINE = Duration.ofSeconds(2);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Pace pace = new Pace();
    private Duration next = FIRST_LINE;
    private Duration pause = SHORTEST_PAUSE;
    private boolean wasToldOfFailure;
    private boolean wasTold;

    /** Takes the step as it is now. */
    void see(Moment now) {
        pace.see(now);
    }

    /** How it is drawn. */
    StepView view(Moment now) {
        List<String> facts = new ArrayList<>();
        if (!now.counts().isEmpty()) {
            facts.add(now.counts());
        }
        facts.addAll(pace.text(now));
        if (!now.isCounted()) {
            facts.add(Span.of(now.elapsed()));
        }
        double share = now.isCounted() ? (now.total() == 0 ? 1 : (double) now.done() / now.total()) : -1;
        return new StepView(now.what(), share, facts);
    }

    /** The line that is due: first after two seconds, then at longer and longer intervals, and at the first failure. */
    Optional<String> line(Moment now) {
        boolean firstFailure = now.failed() > 0 && !wasToldOfFailure;
        if (now.elapsed().compareTo(next) < 0 && !firstFailure) {
            return Optional.empty();
        }
        wasToldOfFailure |= firstFailure;
        wasTold = true;
        next = now.elapsed().plus(pause);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        return Optional.of(text(now));
    }

    /** The line at its end: for what was told of before, and what is to be told in any case. */
    Optional<String> lastLine(Moment end, boolean always) {
        return wasTold || always ? Optional.of(ended(end)) : Optional.empty();
    }

    private String text(Moment now) {
        StepView view = view(now);
        return view.what() + ": " + String.join(", ", view.facts());
    }

    private static String ended(Moment end) {
        String time = end.elapsed().compareTo(NOTICEABLE) < 0 ? "" : " in " + Span.of(end.elapsed());
        if (end.isCounted()) {
            return end.what() + ": " + end.counts() + time;
        }
        return end.what() + ": done" + time;
    }
}
