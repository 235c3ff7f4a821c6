/**
 * Snapshots of the code on disk, their worktrees, and the pruning of both. Git is spoken here and nowhere else.
 *
 * <p>The story: {@link io.github.snapsweep.snapshot.GitRepository} finds the repository of a folder; {@link
 * io.github.snapsweep.snapshot.Snapshots} captures what is on disk into a commit and a branch, touching nothing of the
 * user's; {@link io.github.snapsweep.snapshot.Worktrees} checks a snapshot out beside the repository, with the output
 * folders linked back to the user's tree; {@link io.github.snapsweep.snapshot.Push} publishes the branch; {@link
 * io.github.snapsweep.snapshot.Pruning} removes what is no longer needed.
 *
 * <p>The user's own git has the last word on them: {@link io.github.snapsweep.snapshot.SnapshotDifference} has it print
 * what a snapshot holds, and {@link io.github.snapsweep.snapshot.Verification} holds a capture against it; what both
 * write goes to a {@link io.github.snapsweep.snapshot.Scratch}.
 */
@NullMarked
package io.github.snapsweep.snapshot;

import org.jspecify.annotations.NullMarked;
