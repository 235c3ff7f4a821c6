package io.github.snapsweep.launch;

import java.nio.file.Path;

/**
 * A launch whose folder is written: its tasks can be run.
 *
 * @param folder its folder
 * @param tasks how many tasks there are, numbered from 0
 * @param directory where the tasks run
 */
record PreparedLaunch(LaunchFolder folder, int tasks, Path directory) {}
