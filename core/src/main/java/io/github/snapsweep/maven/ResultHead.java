package io.github.snapsweep.maven;

import org.jspecify.annotations.Nullable;

/**
 * What each result file begins with.
 *
 * @param resultSchema the version of the form of result files; it grows when a field changes its meaning, not when there is
 *     one more
 * @param goal the goal that wrote it
 * @param problem why the goal failed; null when it did what it says
 */
record ResultHead(int resultSchema, String goal, @Nullable String problem) {

    private static final int SCHEMA = 1;

    ResultHead(String goal, @Nullable String problem) {
        this(SCHEMA, goal, problem);
    }
}
