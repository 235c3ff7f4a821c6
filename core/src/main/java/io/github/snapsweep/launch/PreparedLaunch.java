package io.github.snapsweep.launch;

import io.github.snapsweep.slurm.TaskIndices;
import java.nio.file.Path;

/**
 * A launch whose folder is written: its tasks can be run.
 *
 * @param folder its folder
 * @param numbers the numbers of the tasks that are to run now
 * @param directory where the tasks run
 * @param waitsForBuild whether a job that builds goes before them
 */
record PreparedLaunch(LaunchFolder folder, TaskIndices numbers, Path directory, boolean waitsForBuild) {

    /** A launch that needs no build, or is built already. */
    PreparedLaunch(LaunchFolder folder, TaskIndices numbers, Path directory) {
        this(folder, numbers, directory, false);
    }

    /** How many tasks run. */
    int tasks() {
        return numbers.values().size();
    }
}
