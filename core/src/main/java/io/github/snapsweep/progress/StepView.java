package io.github.snapsweep.progress;

import java.util.List;

/**
 * A step as it is shown.
 *
 * @param what what is done, or counted
 * @param share how much of it is done, from 0 to 1; negative when nobody knows
 * @param facts what else there is to say, the most telling first: how many, how fast, how much longer
 */
public record StepView(String what, double share, List<String> facts) {

    public StepView {
        facts = List.copyOf(facts);
    }
}
