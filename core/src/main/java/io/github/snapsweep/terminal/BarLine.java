package io.github.snapsweep.terminal;

import io.github.snapsweep.progress.StepView;
import java.util.Comparator;
import java.util.List;

/**
 * A step as one line, for so many columns: what there is no room for is left out, the least telling first.
 *
 * @param before what is done
 * @param done the part of the bar that is done
 * @param open the part that is not
 * @param after how much, and the other facts
 */
record BarLine(String before, String done, String open, String after) {

    private static final int SHORTEST_BAR = 10;
    private static final int LONGEST_BAR = 30;
    private static final double PERCENT = 100;

    /** Of several steps, the one to show: one that is counted tells more, and one that began later is what is done now. */
    static StepView chosen(List<StepView> steps) {
        return steps.stream()
                .max(Comparator.comparing((StepView step) -> step.share() >= 0).thenComparing(steps::indexOf))
                .orElseThrow();
    }

    static BarLine of(StepView step, int columns, Glyphs glyphs) {
        boolean counted = step.share() >= 0;
        String before = cut(step.what(), columns);
        String percent = counted ? " " + (int) (step.share() * PERCENT) + "%" : "";
        int room = columns - before.length() - percent.length();
        String facts = facts(step.facts(), room - (counted ? SHORTEST_BAR + 1 : 0));
        if (facts.isEmpty()) {
            facts = facts(step.facts(), room); // rather a number than a bar
        }
        int bar = Math.min(LONGEST_BAR, room - facts.length() - 1);
        String after = percent.length() <= columns - before.length() ? percent + facts : "";
        if (!counted || bar < SHORTEST_BAR) {
            return new BarLine(before, "", "", after);
        }
        int halves = (int) (step.share() * bar * 2);
        String done = glyphs.done(halves);
        return new BarLine(before + " ", done, glyphs.open(bar - done.length()), after);
    }

    private static String facts(List<String> facts, int room) {
        StringBuilder text = new StringBuilder();
        for (String fact : facts) {
            String more = (text.isEmpty() ? "  " : ", ") + fact;
            if (text.length() + more.length() > room) {
                break;
            }
            text.append(more);
        }
        return text.toString();
    }

    private static String cut(String text, int columns) {
        return text.length() <= columns ? text : text.substring(0, Math.max(0, columns));
    }

    String text() {
        return before + done + open + after;
    }
}
