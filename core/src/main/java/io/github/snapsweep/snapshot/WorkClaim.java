package io.github.snapsweep.snapshot;

import io.github.snapsweep.process.Host;
import io.github.snapsweep.process.RunningProcess;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The word of a process that it is at work on a worktree, as the reason of its lock.
 *
 * @param process the id of the process
 * @param host the name of the machine that it runs on
 * @param folder where it works: it may be deleted if the process dies, when {@link #isAside it is named for that}
 */
record WorkClaim(long process, String host, Path folder) {

    private static final Pattern TEXT =
            Pattern.compile("snapsweep is at work: process (\\d{1,18}) on (\\S+), folder ([^\\x00]+)");

    private static final Pattern ASIDE = Pattern.compile("\\..+\\.tmp", Pattern.DOTALL);

    /** The claim of this process. */
    static WorkClaim ofThisProcess(Path folder, Host host) {
        return new WorkClaim(ProcessHandle.current().pid(), host.name(), folder);
    }

    /** A lock's reason as a claim; empty when it is another's word. */
    static Optional<WorkClaim> parse(String reason) {
        Matcher matcher = TEXT.matcher(reason);
        return matcher.matches()
                ? Optional.of(
                        new WorkClaim(Long.parseLong(matcher.group(1)), matcher.group(2), Path.of(matcher.group(3))))
                : Optional.empty();
    }

    /** A place for a worktree while it is made or removed: beside it, so that it is moved at once, and taken for nothing else. */
    static Path aside(Path worktree) {
        return worktree.resolveSibling("." + worktree.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    /** Whether a path is such a place of a worktree. */
    static boolean isAside(Path path, Path worktree) {
        String name = path.getFileName().toString();
        return name.startsWith("." + worktree.getFileName() + ".")
                && ASIDE.matcher(name).matches();
    }

    /** Whether the folder is such a place. */
    boolean isAside() {
        return ASIDE.matcher(String.valueOf(folder.getFileName())).matches();
    }

    /** Whether its process has died; one on another machine may be alive. */
    boolean isDead(Host here, Instant claimed) {
        return host.equals(here.name()) && !RunningProcess.is(process, claimed);
    }

    String text() {
        return "snapsweep is at work: process " + process + " on " + host + ", folder " + folder;
    }
}
