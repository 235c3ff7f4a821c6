package io.github.snapsweep.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides which snapshots go, each with its reason, and removes them. */
public final class Pruning {

    private final Snapshots snapshots;
    private final Worktrees worktrees;
    private final LaunchLiveness launches;
    private final Clock clock;

    public Pruning(Snapshots snapshots, Worktrees worktrees, LaunchLiveness launches, Clock clock) {
        this.snapshots = snapshots;
        this.worktrees = worktrees;
        this.launches = launches;
        this.clock = clock;
    }

    /** What would become of each snapshot, newest first. Nothing is changed. */
    public List<PruneDecision> plan(PruneRules rules) {
        List<Worktree> all = worktrees.list();
        Map<String, Path> checkedOut = snapshots.checkedOut();
        List<PruneDecision> plan = new ArrayList<>();
        for (Snapshot snapshot : snapshots.list()) {
            List<Worktree> own = all.stream()
                    .filter(worktree -> worktree.commit().equals(snapshot.commit()))
                    .toList();
            Optional<String> stays = keptByRule(snapshot, plan.size(), rules)
                    .or(() -> keptByUse(own, rules))
                    .or(() -> Optional.ofNullable(checkedOut.get(snapshot.ref()))
                            .map(place -> "it is checked out in " + place));
            plan.add(new PruneDecision(
                    snapshot, own, stays.isEmpty(), stays.orElse(age(snapshot) + " old, needed by no launch")));
        }
        return withoutSharedWorktrees(plan);
    }

    /** Two snapshots may be of one commit, and so of one worktree: it stays while one of them does. */
    private static List<PruneDecision> withoutSharedWorktrees(List<PruneDecision> plan) {
        Set<String> kept = plan.stream()
                .filter(decision -> !decision.goes())
                .map(decision -> decision.snapshot().commit())
                .collect(Collectors.toSet());
        return plan.stream()
                .map(decision ->
                        decision.goes() && kept.contains(decision.snapshot().commit())
                                ? new PruneDecision(decision.snapshot(), List.of(), true, decision.why())
                                : decision)
                .toList();
    }

    /**
     * Removes what a plan lets go: worktrees first, then the branch, if it still is where it was.
     *
     * @return the bytes that the worktrees took; empty when somebody needs one of them, or moved the branch, since it
     *     was listed
     */
    public OptionalLong remove(PruneDecision decision) {
        long freed = 0;
        for (Worktree worktree : decision.worktrees()) {
            if (Files.notExists(worktree.path())) {
                continue; // it went with another snapshot of the same commit
            }
            worktree.launches().stream()
                    .filter(launch -> !launches.needs(launch))
                    .forEach(launch -> worktrees.release(worktree, launch));
            long size = size(worktree);
            if (!worktrees.remove(worktree)) {
                return OptionalLong.empty(); // the branch stays too
            }
            freed += size;
        }
        return snapshots.delete(decision.snapshot()) ? OptionalLong.of(freed) : OptionalLong.empty();
    }

    private Optional<String> keptByRule(Snapshot snapshot, int newer, PruneRules rules) {
        if (rules.keepLast().isPresent() && newer < rules.keepLast().get()) {
            int count = rules.keepLast().get();
            return Optional.of(count == 1 ? "the newest" : "one of the newest " + count);
        }
        Duration age = Duration.between(snapshot.created(), Instant.now(clock));
        if (rules.olderThan().isPresent() && age.compareTo(rules.olderThan().get()) < 0) {
            return Optional.of("only " + age(snapshot) + " old");
        }
        return Optional.empty();
    }

    private Optional<String> keptByUse(List<Worktree> own, PruneRules rules) {
        for (Worktree worktree : own) {
            Optional<String> needed =
                    worktree.launches().stream().filter(launches::needs).findFirst();
            if (needed.isPresent()) {
                return Optional.of("its worktree " + worktree.path() + " is locked: " + needed.get()
                        + "  (when that is over:  git worktree unlock " + worktree.path() + ")");
            }
            if (rules.standing().startsWith(worktree.path())) {
                return Optional.of("you are in its worktree " + worktree.path());
            }
            if (!worktrees.isClean(worktree)) {
                return Optional.of("its worktree " + worktree.path() + " holds work that is in no snapshot");
            }
        }
        return Optional.empty();
    }

    private String age(Snapshot snapshot) {
        Duration age = Duration.between(snapshot.created(), Instant.now(clock));
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        return age.toHours() > 0 ? age.toHours() + " h" : age.toMinutes() + " min";
    }

    private static long size(Worktree worktree) {
        Path path = worktree.path();
        try {
            return FileTrees.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
