package io.github.snapsweep.launch;

/**
 * What becomes of a launch.
 *
 * @param folder the launch
 * @param goes whether something of it goes
 * @param why what goes and why, or why all of it stays
 * @param bytes what that takes
 */
record LaunchDecision(LaunchFolder folder, boolean goes, String why, long bytes) {}
