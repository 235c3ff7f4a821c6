package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.SnapshotProblems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Stands at the door for untracked files: counts them, and says when a rule forbids any. */
final class UntrackedGuard {

    private final UntrackedRules rules;
    private final List<UntrackedFile> tooLarge = new ArrayList<>();
    private final List<UntrackedFile> all = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private long total;

    UntrackedGuard(UntrackedRules rules) {
        this.rules = rules;
    }

    /** Counts a file. */
    void count(String path, long size) {
        UntrackedFile file = new UntrackedFile(path, size);
        if (rules.refuseSecrets() && SecretNames.matches(path)) {
            secrets.add(path);
        }
        if (size > rules.maxFileSize()) {
            tooLarge.add(file);
        }
        all.add(file);
        total += size;
    }

    /** Throws when a rule forbids any. */
    void verdict() {
        if (!secrets.isEmpty()) {
            throw SnapshotProblems.secrets(secrets);
        }
        if (!tooLarge.isEmpty()) {
            throw SnapshotProblems.untrackedTooLarge(Sizes.text(rules.maxFileSize()), largestFirst(tooLarge));
        }
        if (all.size() > rules.maxFiles()) {
            throw SnapshotProblems.tooManyUntracked(all.size(), rules.maxFiles(), fullestFirst());
        }
        if (total > rules.maxTotalSize()) {
            throw SnapshotProblems.untrackedTooLargeTogether(
                    Sizes.text(total), Sizes.text(rules.maxTotalSize()), largestFirst(all));
        }
    }

    /** Folders rather than files: what to ignore is a folder then. */
    private List<String> fullestFirst() {
        Map<String, Long> folders = all.stream()
                .collect(Collectors.groupingBy(
                        file -> file.path().contains("/")
                                ? file.path().substring(0, file.path().lastIndexOf('/') + 1)
                                : "./",
                        Collectors.counting()));
        return folders.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(folder -> folder.getValue() + " in " + folder.getKey())
                .toList();
    }

    private static List<String> largestFirst(List<UntrackedFile> files) {
        return files.stream()
                .sorted(Comparator.comparingLong(UntrackedFile::size).reversed())
                .map(file -> Sizes.text(file.size()) + "  " + file.path())
                .toList();
    }

    private record UntrackedFile(String path, long size) {}
}
