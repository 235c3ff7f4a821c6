package io.github.snapsweep.manual;

import java.util.List;

/**
 * A goal, as the descriptor of its plugin has it.
 *
 * @param prefix its plugin's
 * @param name its own
 * @param description what it does
 * @param implementation its class
 * @param fields what it can be told
 */
record GoalText(String prefix, String name, String description, String implementation, List<FieldText> fields) {

    GoalText {
        fields = List.copyOf(fields);
    }

    /** {@code slurm:submit}. */
    String fullName() {
        return prefix + ":" + name;
    }

    /** Maven's own goal, the same in each plugin. */
    boolean isHelp() {
        return name.equals("help");
    }
}
