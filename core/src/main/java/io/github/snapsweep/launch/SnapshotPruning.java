package io.github.snapsweep.launch;

import io.github.snapsweep.config.SnapshotSettings;
import io.github.snapsweep.launch.PruneResult.Kind;
import io.github.snapsweep.problem.LaunchProblems;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.snapshot.FileTrees;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.LaunchLiveness;
import io.github.snapsweep.snapshot.PruneDecision;
import io.github.snapsweep.snapshot.PruneRules;
import io.github.snapsweep.snapshot.Pruning;
import io.github.snapsweep.snapshot.PushOutcome;
import io.github.snapsweep.snapshot.Snapshot;
import io.github.snapsweep.snapshot.Snapshots;
import io.github.snapsweep.snapshot.WorktreeDecision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Prunes a repository: snapshots with their worktrees and branches, worktrees whose snapshot is gone, what is left of
 * launches, and class path entries that no launch names. Without a rule, or with dryRun, it only tells.
 */
public final class SnapshotPruning {

    private static final String USED = "somebody uses it since a moment ago";

    private final Path project;
    private final SnapshotSettings settings;
    private final LaunchRequest.Surroundings surroundings;
    private final Progress progress;
    private final LaunchStates states;
    private final SharedClasspath classpath;

    public SnapshotPruning(Path project, SnapshotSettings settings, LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.settings = settings;
        this.surroundings = surroundings;
        this.progress = surroundings.progress();
        this.states = LaunchStates.of(project, surroundings);
        this.classpath = new SharedClasspath(project, surroundings.host());
    }

    /** Removes what the rules let go; tells of each of the others why it stays. */
    public PruneResult prune() {
        PruneRules rules =
                new PruneRules(settings.prune().keepLast(), settings.prune().olderThan(), project);
        try (GitRepository repository = GitRepository.containing(project)) {
            SnapshotSetup setup = new SnapshotSetup(repository, project, settings, surroundings);
            if (settings.run().dryRun()) {
                return tell(setup, rules, "would go", ": dryRun is true");
            }
            if (!rules.isDecided()) {
                return tell(
                        setup,
                        rules,
                        "could go",
                        ": say which may go, with -Dsnapshot.keepLast=20 or -Dsnapshot.olderThan=30d");
            }
            return remove(setup, rules);
        } catch (IOException e) {
            throw LaunchProblems.unreadableRecord(project, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LaunchProblems.pruneInterrupted();
        }
    }

    private PruneResult tell(SnapshotSetup setup, PruneRules rules, String would, String why) throws IOException {
        PruneReport report = new PruneReport(progress, would);
        KnownLaunches known = KnownLaunches.of(project, states);
        Pruning pruning = pruning(setup, new LaunchUses(project, surroundings), known);
        List<PruneDecision> plan = pruning.plan(rules);
        plan.forEach(decision -> tell(report, decision));
        pruning.planOthers(rules).forEach(decision -> tell(report, decision));
        Set<String> going = plan.stream()
                .filter(PruneDecision::goes)
                .map(decision -> decision.snapshot().ref())
                .collect(Collectors.toSet());
        List<LaunchDecision> launches = launches().plan(known, codeStays(setup.snapshots(), going));
        launches.forEach(decision -> tell(report, decision));
        Set<LaunchFolder> frozen = launches.stream()
                .filter(LaunchDecision::goes)
                .map(LaunchDecision::folder)
                .collect(Collectors.toSet());
        for (Path entry : classpath.unused(frozen)) {
            report.goes(Kind.CLASSPATH, name(entry), "no launch names it", FileTrees.size(entry));
        }
        return report.nothingDone(why);
    }

    private static void tell(PruneReport report, PruneDecision decision) {
        if (decision.goes()) {
            report.goes(Kind.SNAPSHOT, decision.snapshot().name(), decision.why(), decision.bytes());
        } else {
            report.stays(Kind.SNAPSHOT, decision.snapshot().name(), decision.why());
        }
    }

    private static void tell(PruneReport report, WorktreeDecision decision) {
        String name = decision.worktree().path().toString();
        if (decision.goes()) {
            report.goes(Kind.WORKTREE, name, decision.why(), decision.bytes());
        } else {
            report.stays(Kind.WORKTREE, name, decision.why());
        }
    }

    private static void tell(PruneReport report, LaunchDecision decision) {
        if (decision.goes()) {
            report.goes(Kind.LAUNCH, decision.folder().id(), decision.why(), decision.bytes());
        } else {
            report.stays(Kind.LAUNCH, decision.folder().id(), decision.why());
        }
    }

    private PruneResult remove(SnapshotSetup setup, PruneRules rules) throws IOException, InterruptedException {
        setup.worktrees().tidy();
        PruneReport report = new PruneReport(progress, "removed");
        KnownLaunches known = KnownLaunches.of(project, states);
        Pruning planning = pruning(setup, new LaunchUses(project, surroundings), known);
        Pruning pruning = pruning(setup, setup.liveLaunches(), known);
        removeSnapshots(planning.plan(rules), pruning, setup, report);
        for (WorktreeDecision decision : planning.planOthers(rules)) {
            if (!decision.goes() || pruning.remove(decision.worktree())) {
                tell(report, decision);
            } else {
                report.stays(Kind.WORKTREE, decision.worktree().path().toString(), USED);
            }
        }
        removeLaunches(known, setup, report);
        classpath
                .removeUnused()
                .forEach((entry, bytes) -> report.goes(Kind.CLASSPATH, name(entry), "no launch names it", bytes));
        return report.done();
    }

    private void removeSnapshots(List<PruneDecision> plan, Pruning pruning, SnapshotSetup setup, PruneReport report) {
        List<PruneDecision> going = plan.stream()
                .filter(decision -> decision.goes() && pruning.removeWorktrees(decision))
                .toList();
        Map<Snapshot, PushOutcome> remote = withdraw(going, setup);
        for (PruneDecision decision : plan) {
            Snapshot snapshot = decision.snapshot();
            PushOutcome outcome = remote.get(snapshot);
            if (!decision.goes()) {
                tell(report, decision);
            } else if (!going.contains(decision)) {
                report.stays(Kind.SNAPSHOT, snapshot.name(), USED);
            } else if (outcome != null && outcome.result() == PushOutcome.Result.FAILED) {
                report.stays(
                        Kind.SNAPSHOT,
                        snapshot.name(),
                        "its branch at " + outcome.remote() + " could not be removed: " + outcome.why());
            } else {
                boolean gone = pruning.removeBranch(decision);
                if (gone && outcome != null && outcome.result() != PushOutcome.Result.DONE) {
                    progress.warn("the branch " + snapshot.name() + " at " + outcome.remote() + " was not removed: "
                            + outcome.why());
                }
                if (gone) {
                    tell(report, decision);
                } else {
                    report.stays(Kind.SNAPSHOT, snapshot.name(), USED);
                }
            }
        }
    }

    /** Before the branches here: they are what a next pruning goes by, when this one is interrupted. */
    private Map<Snapshot, PushOutcome> withdraw(List<PruneDecision> going, SnapshotSetup setup) {
        return settings.prune().remoteBranches()
                ? setup.push()
                        .withdraw(
                                going.stream().map(PruneDecision::snapshot).toList(),
                                settings.push().remote())
                : Map.of();
    }

    private void removeLaunches(KnownLaunches known, SnapshotSetup setup, PruneReport report)
            throws IOException, InterruptedException {
        LaunchPruning launches = launches();
        for (LaunchDecision decision : launches.plan(known, codeStays(setup.snapshots(), Set.of()))) {
            if (!decision.goes() || launches.remove(decision)) {
                tell(report, decision);
            } else {
                report.stays(Kind.LAUNCH, decision.folder().id(), USED);
            }
        }
    }

    private Predicate<LaunchRecord.Code> codeStays(Snapshots snapshots, Set<String> going) {
        Set<String> kept = snapshots.list().stream()
                .filter(snapshot -> !going.contains(snapshot.ref()))
                .map(Snapshot::commit)
                .collect(Collectors.toSet());
        return code -> kept.contains(String.valueOf(code.commit()))
                || (code.snapshot() != null
                        && code.commit() != null
                        && !going.contains(code.snapshot())
                        && snapshots.isAt(code.snapshot(), code.commit()));
    }

    private Pruning pruning(SnapshotSetup setup, LaunchLiveness liveness, KnownLaunches known) {
        return new Pruning(
                setup.snapshots(),
                setup.worktrees(),
                liveness,
                known,
                surroundings.host().clock());
    }

    private LaunchPruning launches() {
        return new LaunchPruning(project, settings.prune(), states, surroundings);
    }

    private static String name(Path entry) {
        return entry.getFileName().toString();
    }
}
