package io.github.snapsweep.snapshot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Which snapshots may go.
 *
 * @param keepLast so many of the newest stay
 * @param olderThan only those of at least this age go
 * @param standing the folder that the user stands in: its worktree stays
 */
public record PruneRules(Optional<Integer> keepLast, Optional<Duration> olderThan, Path standing) {

    /** Whether any rule says what may go; without one nothing is deleted. */
    public boolean isDecided() {
        return keepLast.isPresent() || olderThan.isPresent();
    }
}
