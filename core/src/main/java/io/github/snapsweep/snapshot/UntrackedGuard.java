package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.SnapshotProblems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.eclipse.jgit.ignore.IgnoreNode.MatchResult;

/** Stands at the door for untracked files: counts them, and turns away those that a rule forbids. */
final class UntrackedGuard {

    private final UntrackedRules rules;
    private final IgnoreNode excluded = new IgnoreNode();
    private final List<UntrackedFile> tooLarge = new ArrayList<>();
    private final List<UntrackedFile> admitted = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private long total;

    UntrackedGuard(UntrackedRules rules) {
        this.rules = rules;
        try {
            excluded.parse(
                    new ByteArrayInputStream(String.join("\n", rules.exclude()).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a setting leaves this path out. */
    boolean excludes(String path, boolean folder) {
        if (excluded.getRules().isEmpty()) {
            return false;
        }
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            if (excluded.isIgnored(path.substring(0, end), true) == MatchResult.IGNORED) {
                return true; // as .gitignore has it: with a folder goes all that is in it
            }
        }
        return excluded.isIgnored(path, folder) == MatchResult.IGNORED;
    }

    /** Whether the file's content may be read; what is turned away is told by {@link #verdict}. */
    boolean admits(String path, long size) {
        UntrackedFile file = new UntrackedFile(path, size);
        if (rules.refuseSecrets() && SecretNames.matches(path)) {
            secrets.add(path);
            return false;
        }
        if (size > rules.maxFileSize()) {
            tooLarge.add(file);
            return false;
        }
        admitted.add(file);
        total += size;
        return total <= rules.maxTotalSize();
    }

    /** Throws when anything was turned away. */
    void verdict() {
        if (!secrets.isEmpty()) {
            throw SnapshotProblems.secrets(secrets);
        }
        if (!tooLarge.isEmpty()) {
            throw SnapshotProblems.untrackedTooLarge(Sizes.text(rules.maxFileSize()), largestFirst(tooLarge));
        }
        if (total > rules.maxTotalSize()) {
            throw SnapshotProblems.untrackedTooLargeTogether(
                    Sizes.text(total), Sizes.text(rules.maxTotalSize()), largestFirst(admitted));
        }
    }

    private static List<String> largestFirst(List<UntrackedFile> files) {
        return files.stream()
                .sorted(Comparator.comparingLong(UntrackedFile::size).reversed())
                .map(file -> Sizes.text(file.size()) + "  " + file.path())
                .toList();
    }

    private record UntrackedFile(String path, long size) {}
}
