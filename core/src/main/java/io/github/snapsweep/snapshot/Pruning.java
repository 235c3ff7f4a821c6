package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.process.Occupants;
import io.github.snapsweep.process.ShellWords;
import io.github.snapsweep.process.ThisUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which snapshots and worktrees go, each with its reason, and removes them: the worktrees first, the branch last,
 * so that one that was begun is found and finished by the next.
 */
public final class Pruning {

    private final Snapshots snapshots;
    private final Worktrees worktrees;
    private final LaunchLiveness launches;
    private final SnapshotUse use;
    private final Clock clock;

    /**
     * Prepares to prune.
     *
     * @param launches tells of a lock whether its launch is over
     * @param use tells what the records of launches say
     */
    public Pruning(Snapshots snapshots, Worktrees worktrees, LaunchLiveness launches, SnapshotUse use, Clock clock) {
        this.snapshots = snapshots;
        this.worktrees = worktrees;
        this.launches = launches;
        this.use = use;
        this.clock = clock;
    }

    /** What would become of each snapshot, the one that was used last first. Nothing is changed. */
    public List<PruneDecision> plan(PruneRules rules) {
        List<Worktree> all = worktrees.list();
        HiddenWorktrees hidden = worktrees.hidden();
        Map<String, Path> checkedOut = snapshots.checkedOut();
        Occupants occupants = Occupants.now();
        List<Snapshot> byUse = snapshots.list().stream()
                .sorted(Comparator.comparing(this::used).reversed())
                .toList();
        List<PruneDecision> plan = new ArrayList<>();
        for (Snapshot snapshot : byUse) {
            List<Worktree> own = all.stream()
                    .filter(worktree -> worktree.commit().equals(snapshot.commit()))
                    .toList();
            Optional<String> stays = keptByRule(snapshot, plan.size(), rules)
                    .or(() -> use.needed(snapshot).map(launch -> "a launch needs it: " + launch))
                    .or(() -> own.stream()
                            .map(worktree -> keptByUse(worktree, "its worktree " + worktree.path(), rules, occupants))
                            .flatMap(Optional::stream)
                            .findFirst())
                    .or(() -> hidden.needing(snapshot.commit()))
                    .or(() -> Optional.ofNullable(checkedOut.get(snapshot.ref()))
                            .map(place -> "it is checked out in " + place));
            plan.add(new PruneDecision(
                    snapshot,
                    own,
                    snapshots.uses(snapshot),
                    stays.isEmpty(),
                    stays.orElseGet(() -> age(used(snapshot)) + " old, needed by no launch"),
                    stays.isEmpty() ? size(own) : 0));
        }
        return withoutSharedWorktrees(plan);
    }

    /** Two snapshots may be of one commit, and so of one worktree: it goes with the last of them, and once. */
    private static List<PruneDecision> withoutSharedWorktrees(List<PruneDecision> plan) {
        Set<String> kept = plan.stream()
                .filter(decision -> !decision.goes())
                .map(decision -> decision.snapshot().commit())
                .collect(Collectors.toCollection(HashSet::new));
        return plan.stream()
                .map(decision -> decision.goes()
                                && !kept.add(decision.snapshot().commit())
                        ? new PruneDecision(decision.snapshot(), List.of(), decision.uses(), true, decision.why(), 0)
                        : decision)
                .toList();
    }

    /** What would become of the worktrees that belong to no snapshot of these names. */
    public List<WorktreeDecision> planOthers(PruneRules rules) {
        Set<String> known = snapshots.list().stream().map(Snapshot::commit).collect(Collectors.toSet());
        Map<String, String> tips = snapshots.tips();
        Occupants occupants = Occupants.now();
        List<WorktreeDecision> plan = new ArrayList<>();
        for (Worktree worktree : worktrees.list()) {
            if (!known.contains(worktree.commit())) {
                Optional<String> stays = keptByOwner(worktree, tips)
                        .or(() -> keptByAge(worktree, rules))
                        .or(() -> keptByUse(worktree, "it", rules, occupants));
                plan.add(new WorktreeDecision(
                        worktree,
                        stays.isEmpty(),
                        stays.orElse("its snapshot is gone"),
                        stays.isEmpty() ? size(List.of(worktree)) : 0));
            }
        }
        return plan;
    }

    /**
     * Removes a snapshot's worktrees.
     *
     * @return whether they are gone; not when somebody needs one of them since it was looked at
     */
    public boolean removeWorktrees(PruneDecision decision) {
        return decision.worktrees().stream().allMatch(this::remove);
    }

    /** Removes a worktree and its locks; false when somebody needs it, or is in it, since it was looked at. */
    public boolean remove(Worktree worktree) {
        if (Occupants.now().in(worktree.path()).isPresent()) {
            return false;
        }
        worktree.launches().stream()
                .filter(launch -> !launches.needs(launch))
                .forEach(launch -> worktrees.release(worktree, launch));
        return worktrees.removeClean(worktree);
    }

    /**
     * Removes a snapshot's branch, and those that it has in submodules: if it is where it was, and nobody was given it
     * since it was looked at.
     */
    public boolean removeBranch(PruneDecision decision) {
        Snapshot snapshot = decision.snapshot();
        return snapshots.delete(snapshot, () -> {
            if (snapshots.uses(snapshot) != decision.uses()
                    || worktrees.hidden().needing(snapshot.commit()).isPresent()) {
                return false;
            }
            snapshots.removeInSubmodules(snapshot);
            return true;
        });
    }

    private Instant used(Snapshot snapshot) {
        return use.last(snapshot)
                .filter(last -> last.isAfter(snapshot.created()))
                .orElse(snapshot.created());
    }

    private Optional<String> keptByRule(Snapshot snapshot, int newer, PruneRules rules) {
        if (rules.keepLast().isPresent() && newer < rules.keepLast().get()) {
            int count = rules.keepLast().get();
            return Optional.of(count == 1 ? "the newest" : "one of the newest " + count);
        }
        if (isYoung(used(snapshot), rules)) {
            return Optional.of(
                    used(snapshot).equals(snapshot.created())
                            ? "only " + age(snapshot.created()) + " old"
                            : "a launch ran from it only " + age(used(snapshot)) + " ago");
        }
        return Optional.empty();
    }

    private boolean isYoung(Instant when, PruneRules rules) {
        Duration age = Duration.between(when, Instant.now(clock));
        return rules.olderThan().isPresent() && age.compareTo(rules.olderThan().get()) < 0;
    }

    /** A worktree is called as its commit; at another one, or at a branch, somebody else put it. */
    private static Optional<String> keptByOwner(Worktree worktree, Map<String, String> tips) {
        if (!worktree.isAtItsSnapshot()) {
            return Optional.of("somebody has committed or checked out something else in it");
        }
        return Optional.ofNullable(tips.get(worktree.commit())).map(ref -> "its commit is that of " + ref);
    }

    private Optional<String> keptByAge(Worktree worktree, PruneRules rules) {
        try {
            Instant made = Files.getLastModifiedTime(worktree.administration().resolve("HEAD"))
                    .toInstant();
            return isYoung(made, rules) ? Optional.of("only " + age(made) + " old") : Optional.empty();
        } catch (IOException e) {
            return Optional.of("it is being removed");
        }
    }

    private Optional<String> keptByUse(Worktree worktree, String name, PruneRules rules, Occupants occupants) {
        String place = worktree.path().toString();
        Optional<String> needed =
                worktree.launches().stream().filter(launches::needs).findFirst();
        if (needed.isPresent()) {
            return Optional.of(name + " is locked: "
                    + launches.state(needed.get())
                            .orElseGet(() -> needed.get() + "  (when that is over:  "
                                    + ShellWords.join(List.of("git", "worktree", "unlock", place)) + ")"));
        }
        Optional<String> owner = ThisUser.otherOwner(worktree.administration());
        if (owner.isPresent()) {
            return Optional.of(name + " is another user's: " + owner.get());
        }
        if (real(rules.standing()).startsWith(real(worktree.path()))) {
            return Optional.of("you are in " + name);
        }
        Optional<String> occupant = occupants.in(worktree.path());
        if (occupant.isPresent()) {
            return Optional.of(occupant.get() + " is in " + name);
        }
        if (worktrees.isClean(worktree)) {
            return Optional.empty();
        }
        return Optional.of(
                Files.exists(worktree.path())
                        ? name + " holds work that is in no snapshot  (see it:  "
                                + ShellWords.join(List.of("git", "-C", place, "status")) + ")"
                        : name + " is just being removed, or brought to another snapshot");
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    private String age(Instant when) {
        Duration age = Duration.between(when, Instant.now(clock));
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        return age.toHours() > 0 ? age.toHours() + " h" : age.toMinutes() + " min";
    }

    private static long size(List<Worktree> own) {
        long bytes = 0;
        for (Worktree worktree : own) {
            try {
                bytes += FileTrees.size(worktree.path());
            } catch (IOException e) {
                throw SnapshotProblems.worktreeNotRemoved(worktree.path(), e);
            }
        }
        return bytes;
    }
}
