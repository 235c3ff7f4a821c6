/**
 * What goes wrong on real machines, done on purpose: processes that are killed, many at once, disks that are full, networks
 * that hang. {@code src/it/faults/faults} runs all of it and counts.
 */
@NullMarked
package io.github.snapsweep.faults;

import org.jspecify.annotations.NullMarked;
