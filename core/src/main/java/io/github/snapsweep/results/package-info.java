/**
 * What the tasks of a launch found out: the numbers that they left in {@code metrics.json}, {@code metrics.csv} or their logs,
 * beside their parameters, states, times and memory. What cannot be read is named, and stops nothing.
 */
@NullMarked
package io.github.snapsweep.results;

import org.jspecify.annotations.NullMarked;
