package io.github.snapsweep.launch;

import io.github.snapsweep.snapshot.LaunchLiveness;
import java.nio.file.Files;
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

    /** It may be in the making, it may have died there, or somebody has removed its record. */
    private LaunchUse unwritten(String lock, LaunchLock launch) {
        LaunchFolder folder = launch.folder();
        if (Files.isDirectory(folder.path())) {
            return states.isAbandoned(folder)
                    ? LaunchUse.over(lock, launch.id() + ": it died before it was written down")
                    : LaunchUse.unknown(lock, launch.id() + ": no record (yet)");
        }
        boolean over = Files.isDirectory(launch.project()) && states.hasNoJob(folder);
        return over
                ? LaunchUse.over(lock, launch.id() + ": its record is gone, and Slurm knows no job of it")
                : LaunchUse.unknown(lock, launch.id() + ": no record (yet)");
    }

    /** What is known of the launch that a lock names. */
    public LaunchUse use(String lock) {
        Optional<LaunchLock> launch = LaunchLock.parse(lock);
        if (launch.isEmpty()) {
            return LaunchUse.unknown(lock, "locked: " + lock);
        }
        if (!launch.get().folder().isWritten()) {
            return unwritten(lock, launch.get());
        }
        return LaunchUse.of(lock, states.of(launch.get().folder()));
    }
}
