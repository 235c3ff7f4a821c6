package io.github.snapsweep.benchmark;

import io.github.snapsweep.process.Host;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.LinkedPaths;
import io.github.snapsweep.snapshot.Snapshot;
import io.github.snapsweep.snapshot.SnapshotNames;
import io.github.snapsweep.snapshot.SnapshotRequest;
import io.github.snapsweep.snapshot.Snapshots;
import io.github.snapsweep.snapshot.UntrackedRules;
import io.github.snapsweep.snapshot.Worktree;
import io.github.snapsweep.snapshot.WorktreeFolder;
import io.github.snapsweep.snapshot.Worktrees;
import io.github.snapsweep.sweep.JoinedSweeps;
import io.github.snapsweep.sweep.Point;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The library as the goals call it, with no limits for untracked files. */
final class Library {

    private static final SnapshotNames NAMES = new SnapshotNames("refs/heads/", "benchmark");
    private static final UntrackedRules NO_LIMITS =
            new UntrackedRules(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, false, List.of());

    private static final String LAUNCH = "benchmark";

    private Library() {}

    /** Takes a snapshot, or the one that has the same tree already; gives its commit. */
    static String capture(Path folder) {
        try (GitRepository repository = GitRepository.containing(folder)) {
            return new Snapshots(repository, NAMES)
                    .create(new SnapshotRequest(NAMES, outputs(folder), NO_LIMITS, true, Host.current()))
                    .snapshot()
                    .commit();
        }
    }

    /** Makes the worktree of a snapshot for a launch that ends at once: it is idle then. */
    static String worktree(Path folder, String name) {
        try (GitRepository repository = GitRepository.containing(folder)) {
            Snapshot snapshot = new Snapshots(repository, NAMES).find(name);
            Worktrees worktrees = worktrees(repository);
            Worktree made = worktrees
                    .obtain(snapshot, outputs(folder), Optional.of(LAUNCH))
                    .worktree();
            worktrees.release(made, LAUNCH);
            return made.path().toString();
        }
    }

    /** Removes the worktrees of all snapshots but one; gives its commit. */
    static String keepOnly(Path folder, String name) {
        try (GitRepository repository = GitRepository.containing(folder)) {
            String kept = new Snapshots(repository, NAMES).find(name).commit();
            Worktrees worktrees = worktrees(repository);
            worktrees.list().stream()
                    .filter(worktree -> !worktree.commit().equals(kept))
                    .forEach(worktrees::remove);
            return kept;
        }
    }

    /** Makes the arguments of each point of a sweep; gives how many characters they have. */
    static String points(String sweep) {
        long characters = 0;
        for (Point point : JoinedSweeps.parse(List.of(sweep), List.of(), Path.of(""), Integer.MAX_VALUE)
                .points()) {
            for (String argument : point.arguments()) {
                characters += argument.length();
            }
        }
        return String.valueOf(characters);
    }

    private static Worktrees worktrees(GitRepository repository) {
        return new Worktrees(repository, WorktreeFolder.byDefault(repository), Host.current());
    }

    private static LinkedPaths outputs(Path folder) {
        return new LinkedPaths(
                folder, Stream.of("outputs", "multirun", ".slurm").map(Path::of).toList());
    }
}
