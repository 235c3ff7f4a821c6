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
        Optional<LaunchFolder> folder = LaunchLock.parse(launch).map(LaunchLock::folder);
        if (folder.isEmpty()) {
            return true; // somebody locked it for a reason of his own
        }
        if (!folder.get().isWritten()) {
            return true; // it may be in the making
        }
        LaunchStatus status = states.of(folder.get());
        return !status.hasEnded() || !status.notice().isEmpty();
    }
}
