package io.github.snapsweep.launch;

import io.github.snapsweep.snapshot.LaunchLiveness;
import java.util.Optional;

/** Tells from the lock of a worktree whether its launch still needs it. When in doubt, it does. */
public final class LiveLaunches implements LaunchLiveness {

    private final LaunchStates states;

    public LiveLaunches(LaunchStates states) {
        this.states = states;
    }

    @Override
    public boolean needs(String launch) {
        return use(launch).needed();
    }

    /** What is known of the launch that a lock names. */
    public LaunchUse use(String lock) {
        Optional<LaunchLock> launch = LaunchLock.parse(lock);
        if (launch.isEmpty()) {
            return LaunchUse.unknown(lock, "locked: " + lock);
        }
        if (!launch.get().folder().isWritten()) {
            return LaunchUse.unknown(lock, launch.get().id() + ": no record (yet)"); // it may be in the making
        }
        return LaunchUse.of(lock, states.of(launch.get().folder()));
    }
}
