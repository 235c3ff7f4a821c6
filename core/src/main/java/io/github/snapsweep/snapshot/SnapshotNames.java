package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SnapshotProblems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Repository;

/**
 * How snapshots are called: {@code <prefix>-YYYYMMDD-HHMMSS} in UTC, then {@code -2}, {@code -3} ... on a tie.
 *
 * @param namespace where their refs live: {@code refs/heads/}, or {@code refs/snapshots/}
 * @param prefix what their names begin with
 */
public record SnapshotNames(String namespace, String prefix) {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** @throws Problem when no branch can be called so, see git-check-ref-format(1) */
    public SnapshotNames {
        // JGit forbids the ending in the last part of a name only, git in each
        if (prefix.contains(".lock/") || !Repository.isValidRefName(namespace + prefix + "-20000101-000000")) {
            throw SnapshotProblems.invalidPrefix(prefix);
        }
    }

    /** The ref's name for an instant; {@code tie} counts from 1. */
    String ref(Instant when, int tie) {
        return namespace + prefix + "-" + SECOND.format(when) + (tie == 1 ? "" : "-" + tie);
    }

    /** What all refs of these names begin with. */
    String refPrefix() {
        return namespace + prefix + "-";
    }

    /** When a ref of these names was made, by its name; empty for any other ref. */
    Optional<Instant> instant(String ref) {
        Matcher matcher = Pattern.compile(Pattern.quote(refPrefix()) + "(\\d{8}-\\d{6})(-\\d+)?")
                .matcher(ref);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(matcher.group(1), SECOND).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty(); // digits, but no date: not one of ours
        }
    }
}
