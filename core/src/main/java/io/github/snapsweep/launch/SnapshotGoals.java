package io.github.snapsweep.launch;

import io.github.snapsweep.config.SnapshotSettings;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.snapshot.CreatedSnapshot;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.ObtainedWorktree;
import io.github.snapsweep.snapshot.PruneDecision;
import io.github.snapsweep.snapshot.PruneRules;
import io.github.snapsweep.snapshot.Pruning;
import io.github.snapsweep.snapshot.PushOutcome;
import io.github.snapsweep.snapshot.Sizes;
import io.github.snapsweep.snapshot.Snapshot;
import io.github.snapsweep.snapshot.Worktree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What can be done with snapshots by themselves, told as it is done. */
public final class SnapshotGoals {

    private final Path project;
    private final SnapshotSettings settings;
    private final LaunchRequest.Surroundings surroundings;
    private final Progress progress;

    public SnapshotGoals(Path project, SnapshotSettings settings, LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.settings = settings;
        this.surroundings = surroundings;
        this.progress = surroundings.progress();
    }

    /** Captures what is on disk, and publishes it if it is to be. */
    public SnapshotResult create() {
        try (GitRepository repository = GitRepository.containing(project).telling(progress)) {
            SnapshotSetup setup = setup(repository);
            CreatedSnapshot created = setup.snapshots().create(setup.request());
            new SnapshotReport(progress).created(created);
            return SnapshotResult.of(created, setup.publish(created));
        }
    }

    /** The worktree of the snapshot that the setting {@code name} names, or of the newest. */
    public Worktree worktree() {
        try (GitRepository repository = GitRepository.containing(project).telling(progress)) {
            SnapshotSetup setup = setup(repository);
            Snapshot snapshot = setup.snapshots().find(settings.naming().name().orElse("latest"));
            ObtainedWorktree obtained = setup.worktrees().obtain(snapshot, setup.linked(), Optional.empty());
            progress.info("snapshot " + snapshot.name() + " (" + snapshot.shortCommit() + ")");
            progress.info((obtained.made() ? "worktree " : "worktree, there already: ")
                    + obtained.worktree().path());
            return obtained.worktree();
        }
    }

    /** Removes the snapshots that the rules let go, with their worktrees; without a rule, tells what there is. */
    public PruneResult prune() {
        try (GitRepository repository = GitRepository.containing(project)) {
            SnapshotSetup setup = setup(repository);
            PruneRules rules =
                    new PruneRules(settings.prune().keepLast(), settings.prune().olderThan(), project);
            Pruning pruning = new Pruning(
                    setup.snapshots(),
                    setup.worktrees(),
                    setup.liveLaunches(),
                    surroundings.host().clock());
            boolean forReal = rules.isDecided() && !settings.run().dryRun();
            if (forReal) {
                setup.worktrees().tidy();
            }
            return prune(pruning, pruning.plan(rules), setup, forReal);
        }
    }

    private PruneResult prune(Pruning pruning, List<PruneDecision> plan, SnapshotSetup setup, boolean forReal) {
        List<String> removed = new ArrayList<>();
        long freed = 0;
        for (PruneDecision decision : plan) {
            String name = decision.snapshot().name();
            if (!decision.goes()) {
                progress.info("stays " + name + ": " + decision.why());
            } else if (!forReal) {
                progress.info((settings.run().dryRun() ? "would go " : "could go ") + name + ": " + decision.why());
            } else {
                OptionalLong bytes = pruning.remove(decision);
                if (bytes.isEmpty()) {
                    progress.info("stays " + name + ": somebody uses it since a moment ago");
                    continue;
                }
                freed += bytes.getAsLong();
                removed.add(name);
                progress.info("removed " + name + ": " + decision.why());
                withdraw(decision.snapshot(), setup);
            }
        }
        if (plan.isEmpty()) {
            progress.info("there are no snapshots here");
        } else if (forReal) {
            progress.info(
                    removed.size() + " of " + plan.size() + " snapshots removed, " + Sizes.text(freed) + " freed");
        } else {
            progress.info("nothing was removed"
                    + (settings.run().dryRun()
                            ? ": dryRun is true"
                            : ": say which may go, with -Dsnapshot.keepLast=20 or -Dsnapshot.olderThan=30d"));
        }
        return new PruneResult(removed, freed);
    }

    private void withdraw(Snapshot snapshot, SnapshotSetup setup) {
        if (settings.prune().remoteBranches()) {
            PushOutcome outcome =
                    setup.push().withdraw(snapshot, settings.push().remote());
            if (outcome.result() != PushOutcome.Result.DONE) {
                progress.warn("the branch " + snapshot.name() + " at " + outcome.remote() + " was not removed: "
                        + outcome.why());
            }
        }
    }

    private SnapshotSetup setup(GitRepository repository) {
        return new SnapshotSetup(repository, project, settings, surroundings);
    }

    /**
     * What a pruning removed.
     *
     * @param removed the snapshots' branches
     * @param bytesFreed the size of the files of their worktrees
     */
    public record PruneResult(List<String> removed, long bytesFreed) {}
}
