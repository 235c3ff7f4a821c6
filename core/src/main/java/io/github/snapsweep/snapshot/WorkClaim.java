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
 * @param folder where it works, if {@link #isAside it is named for that}: should the process die, it may be deleted, or is
 *     put back
 * @param looking whether the process only looks it over, so that it is whole and may hold work of somebody's
 */
record WorkClaim(long process, String host, Path folder, boolean looking) {

    private static final String AT_WORK = "is at work";
    private static final String LOOKING = "looks it over";

    private static final Pattern TEXT = Pattern.compile(
            "snapsweep (" + AT_WORK + "|" + LOOKING + "): process (\\d{1,18}) on (\\S+), folder ([^\\x00]+)");

    private static final Pattern ASIDE = Pattern.compile("\\..+\\.tmp", Pattern.DOTALL);

    /** The claim of this process. */
    static WorkClaim ofThisProcess(Path folder, Host host, boolean looking) {
        return new WorkClaim(ProcessHandle.current().pid(), host.name(), folder, looking);
    }

    /** A lock's reason as a claim; empty when it is another's word. */
    static Optional<WorkClaim> parse(String reason) {
        Matcher matcher = TEXT.matcher(reason);
        return matcher.matches()
                ? Optional.of(new WorkClaim(
                        Long.parseLong(matcher.group(2)),
                        matcher.group(3),
                        Path.of(matcher.group(4)),
                        matcher.group(1).equals(LOOKING)))
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
        return "snapsweep " + (looking ? LOOKING : AT_WORK) + ": process " + process + " on " + host + ", folder "
                + folder;
    }
}
