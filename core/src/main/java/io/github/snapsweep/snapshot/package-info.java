/**
 * Snapshots of the code on disk, their worktrees, and the pruning of both. Git is spoken here and nowhere else.
 *
 * <p>The story: {@link io.github.snapsweep.snapshot.GitRepository} finds the repository of a folder; {@link
 * io.github.snapsweep.snapshot.Snapshots} captures what is on disk into a commit and a branch, touching nothing of the
 * user's; {@link io.github.snapsweep.snapshot.Worktrees} checks a snapshot out beside the repository, with the output
 * folders linked back to the user's tree; {@link io.github.snapsweep.snapshot.Push} publishes the branch; {@link
 * io.github.snapsweep.snapshot.Pruning} removes what is no longer needed.
 *
 * <p>Of a worktree, {@link io.github.snapsweep.snapshot.WorktreeAdministration} is git's own folder, and its lock the one word
 * on who needs it or, as a {@link io.github.snapsweep.snapshot.WorkClaim}, who is at work on it; {@link
 * io.github.snapsweep.snapshot.WorktreeMaker} and {@link io.github.snapsweep.snapshot.WorktreeRemoval} work under another name
 * until all is done, and {@link io.github.snapsweep.snapshot.AbandonedWorktrees} clears away what they leave when they are
 * killed.
 *
 * <p>The user's own git has the last word on them: {@link io.github.snapsweep.snapshot.SnapshotDifference} has it print
 * what a snapshot holds, and {@link io.github.snapsweep.snapshot.Verification} holds a capture against it; what both
 * write goes to a {@link io.github.snapsweep.snapshot.Scratch}.
 */
@NullMarked
package io.github.snapsweep.snapshot;

import org.jspecify.annotations.NullMarked;
