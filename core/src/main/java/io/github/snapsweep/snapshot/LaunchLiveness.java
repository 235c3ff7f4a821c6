package io.github.snapsweep.snapshot;

/** Tells whether a launch that locked a worktree still needs it. */
@FunctionalInterface
public interface LaunchLiveness {

    /**
     * Whether it does; when that cannot be found out, it does.
     *
     * @param launch the launch, as its lock names it
     */
    boolean needs(String launch);
}
