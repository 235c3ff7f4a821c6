/**
 * A launch, from its request to its record, and the states of its tasks.
 *
 * <p>The story: a {@link io.github.snapsweep.launch.LaunchRequest} goes into {@link
 * io.github.snapsweep.launch.Submit}, which freezes the code, makes the worktree, writes the launch's folder ({@link
 * io.github.snapsweep.launch.LaunchFolder}: script, points, record) and hands the tasks to an {@link
 * io.github.snapsweep.launch.Executor}, Slurm or this machine. Each task leaves marks of its start and its end there;
 * {@link io.github.snapsweep.launch.LaunchStates} reads them, and asks Slurm about the rest.
 *
 * <p>What can be done with snapshots by themselves is here too, since launches need them: {@link
 * io.github.snapsweep.launch.SnapshotGoals} makes them, {@link io.github.snapsweep.launch.SnapshotPruning} removes them,
 * {@link io.github.snapsweep.launch.Doctor} finds what was left, {@link io.github.snapsweep.launch.SnapshotListing},
 * {@link io.github.snapsweep.launch.SnapshotDiff} and {@link io.github.snapsweep.launch.SnapshotVerification} look at
 * them.
 */
@NullMarked
package io.github.snapsweep.launch;

import org.jspecify.annotations.NullMarked;
