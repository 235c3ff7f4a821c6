/**
 * What a person is told when something cannot be done: what failed, why, and what to do about it.
 *
 * <p>Every sentence of that kind lives here, one class for each area ({@link
 * io.github.snapsweep.problem.SnapshotProblems} and its siblings), so that all of them can be read, compared and
 * pinned by tests in one place. Nothing else throws for a mistake of the user.
 */
@NullMarked
package io.github.snapsweep.problem;

import org.jspecify.annotations.NullMarked;
