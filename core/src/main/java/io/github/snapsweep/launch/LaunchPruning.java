package io.github.snapsweep.launch;

import io.github.snapsweep.config.OldLaunches;
import io.github.snapsweep.config.SnapshotSettings;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.progress.Age;
import io.github.snapsweep.snapshot.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides what of the launches goes, by the same rules as their snapshots: of one that is old enough, has ended, and whose
 * snapshot is gone, as much as the setting {@code launches} says. Outputs are results: they go when that says so alone.
 */
final class LaunchPruning {

    private final Path project;
    private final SnapshotSettings.Prune rules;
    private final LaunchStates states;
    private final LaunchRequest.Surroundings surroundings;

    LaunchPruning(
            Path project, SnapshotSettings.Prune rules, LaunchStates states, LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.rules = rules;
        this.states = states;
        this.surroundings = surroundings;
    }

    /**
     * What would become of each launch, the newest first. Nothing is changed.
     *
     * @param codeStays whether the snapshot of a launch stays
     */
    List<LaunchDecision> plan(KnownLaunches known, Predicate<LaunchRecord.Code> codeStays) throws IOException {
        List<LaunchDecision> plan = new ArrayList<>();
        for (KnownLaunches.Known launch : known.launches()) {
            Optional<String> stays = stays(launch, plan.size(), codeStays);
            plan.add(
                    stays.isPresent()
                            ? new LaunchDecision(launch.folder(), false, stays.get(), 0)
                            : going(launch.folder()));
        }
        for (LaunchFolder folder : LaunchFolder.unwritten(project)) {
            boolean gone = LaunchMaker.isGone(folder, surroundings.host());
            plan.add(new LaunchDecision(
                    folder,
                    gone,
                    gone ? "it died half made, or half removed" : "it is being made",
                    gone ? FileTrees.size(folder.path()) : 0));
        }
        List<LaunchFolder> unbuilt = LaunchFolder.unbuilt(project);
        for (LaunchFolder folder : unbuilt) {
            unbuilt(folder, unbuilt.indexOf(folder)).ifPresent(plan::add);
        }
        return plan;
    }

    private Optional<LaunchDecision> unbuilt(LaunchFolder folder, int newer) throws IOException {
        Path log = folder.keptBuildLog();
        try {
            Optional<String> stays = stays(log, newer);
            return Optional.of(new LaunchDecision(
                    folder,
                    stays.isEmpty(),
                    stays.orElse("the log of its build, which failed"),
                    stays.isEmpty() ? Files.size(log) : 0));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // another pruning has removed it
        }
    }

    /** Why the log of a build stays that failed. */
    private Optional<String> stays(Path log, int newer) throws IOException {
        return keptByRule(Files.getLastModifiedTime(log).toInstant(), newer)
                .or(() -> rules.launches().covers(OldLaunches.LOGS)
                        ? Optional.empty()
                        : Optional.of("the log of a build that failed is kept (snapshot.launches="
                                + rules.launches().name().toLowerCase(Locale.ROOT) + ")"));
    }

    private Optional<String> stays(KnownLaunches.Known launch, int newer, Predicate<LaunchRecord.Code> codeStays) {
        if (launch.open().isPresent()) {
            return launch.open();
        }
        LaunchRecord record = launch.status().orElseThrow().launch();
        Optional<String> young = keptByRule(record.created(), newer);
        if (young.isPresent()) {
            return young;
        }
        if (rules.launches() == OldLaunches.KEEP) {
            return Optional.of("launches are kept (snapshot.launches=keep)");
        }
        if (record.code().commit() == null && !rules.launches().covers(OldLaunches.RECORDS)) {
            return Optional.of("it ran the live files: nothing was frozen that could go");
        }
        if (record.code().commit() != null && codeStays.test(record.code())) {
            return Optional.of("its snapshot stays");
        }
        return Optional.empty();
    }

    private Optional<String> keptByRule(Instant created, int newer) {
        Duration age = Duration.between(created, surroundings.host().clock().instant());
        if (rules.keepLast().isPresent() && newer < rules.keepLast().get()) {
            int count = rules.keepLast().get();
            return Optional.of(count == 1 ? "the newest" : "one of the newest " + count);
        }
        return rules.olderThan().isPresent() && age.compareTo(rules.olderThan().get()) < 0
                ? Optional.of("only " + Age.of(age) + " old")
                : Optional.empty();
    }

    private LaunchDecision going(LaunchFolder folder) throws IOException {
        long bytes = 0;
        for (Path path : doomed(folder)) {
            bytes += FileTrees.size(path);
        }
        return doomed(folder).isEmpty()
                ? new LaunchDecision(folder, false, "only its " + left() + " left", 0)
                : new LaunchDecision(
                        folder, true, "its " + what() + ": it has ended, and its code does not stay", bytes);
    }

    private String what() {
        return switch (rules.launches()) {
            case KEEP, CLASSPATH -> "class path";
            case LOGS -> "class path and logs";
            case RECORDS -> "whole record";
            case OUTPUTS -> "whole record and outputs";
        };
    }

    private String left() {
        return switch (rules.launches()) {
            case KEEP, CLASSPATH -> "record and logs are";
            case LOGS -> "record is";
            case RECORDS, OUTPUTS -> "outputs are";
        };
    }

    /** What of a launch goes and is there. */
    private List<Path> doomed(LaunchFolder folder) {
        List<Path> paths = new ArrayList<>();
        OldLaunches asked = rules.launches();
        if (asked.covers(OldLaunches.RECORDS)) {
            paths.add(folder.path());
        } else {
            if (asked.covers(OldLaunches.CLASSPATH)) {
                paths.addAll(List.of(folder.classpath(), folder.javaArguments()));
            }
            if (asked.covers(OldLaunches.LOGS)) {
                paths.addAll(List.of(folder.logs(), folder.reruns()));
            }
        }
        if (asked.covers(OldLaunches.OUTPUTS)) {
            paths.add(0, folder.outputs());
        }
        return paths.stream()
                .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    /**
     * Removes what a decision lets go.
     *
     * @return whether it is gone; not when another command is at work on the launch, or it is needed again
     */
    boolean remove(LaunchDecision decision) throws IOException, InterruptedException {
        LaunchFolder folder = decision.folder();
        if (!Files.exists(folder.path())) {
            return Files.deleteIfExists(folder.keptBuildLog());
        }
        if (!folder.isWritten()) {
            boolean gone = LaunchMaker.isGone(folder, surroundings.host());
            if (gone) {
                removeFolder(folder);
            }
            return gone;
        }
        try {
            return LaunchGuard.with(folder, surroundings.progress(), () -> removeHeld(folder));
        } catch (Problem e) {
            return false; // it is in use
        }
    }

    private boolean removeHeld(LaunchFolder folder) throws IOException {
        if (LaunchUse.of("", states.of(folder)).needed()) {
            return false;
        }
        for (Path path : doomed(folder)) {
            if (path.equals(folder.path())) {
                removeFolder(folder);
            } else {
                FileTrees.delete(path);
            }
        }
        return true;
    }

    /** The record first, and what says who is at it last: a next pruning goes on with what is left. */
    private void removeFolder(LaunchFolder folder) throws IOException {
        Path record = folder.recordFile().getFileName();
        LaunchMaker.sign(folder, surroundings.host());
        FileTrees.delete(
                folder.path(), name -> name.equals(record.toString()) ? 0 : name.equals(LaunchMaker.FILE) ? 2 : 1);
    }
}
