package io.github.snapsweep.snapshot;

import java.util.Optional;

/** Tells whether a launch that locked a worktree still needs it. */
@FunctionalInterface
public interface LaunchLiveness {

    /**
     * Whether it does; when that cannot be found out, it does.
     *
     * @param launch the launch, as its lock names it
     */
    boolean needs(String launch);

    /** How it does, in words; empty when nothing is known of it but its lock. */
    default Optional<String> state(String launch) {
        return Optional.empty();
    }
}
