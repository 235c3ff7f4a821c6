package io.github.snapsweep.problem;

import java.nio.file.Path;
import java.util.List;

/** What can stand in the way when git itself is asked, and what it can find out. */
public final class GitProblems {

    private static final int SHOWN = 20;

    private GitProblems() {}

    public static Problem missing() {
        return Problem.ofUser(
                "There is no git on the PATH, and this goal asks git itself.",
                "Install git, or put its folder on the PATH:  export PATH=/path/to/git/bin:$PATH");
    }

    public static Problem failed(String line, String how, String said) {
        return Problem.ofUser(
                "git could not do its part (" + how + "): " + line,
                said.isBlank()
                        ? "It said nothing."
                        : "It said:  " + said.strip().replace("\n", "\n    "));
    }

    public static Problem notStarted(String line, Exception cause) {
        return Problem.ofMachine(cause, "git could not be run: " + line, Reason.of(cause));
    }

    public static Problem nothingToCompareWith(String against, List<String> newest) {
        return Problem.ofUser(
                "There is nothing called '" + against + "' to compare with: no snapshot, branch, tag or commit.",
                "It is one of  base, HEAD, files, latest, a snapshot's name or any commit"
                        + "  (-Dsnapshot.against=HEAD).",
                newest.isEmpty()
                        ? "There is no snapshot yet."
                        : "The newest snapshots are: " + String.join(", ", newest));
    }

    public static Problem scratch(Path folder, Exception cause) {
        return Problem.ofMachine(
                cause,
                "What is needed for a while only could not be written in " + folder + ": " + Reason.of(cause),
                "Nothing of the repository was changed. Is the disk full?  export TMPDIR=/path  and"
                        + "  -Dsnapshot.worktreeDir=/path  lead elsewhere.");
    }

    public static Problem noOutput(Exception cause) {
        return Problem.ofMachine(cause, "The output could not be written: " + Reason.of(cause), "Is the disk full?");
    }

    public static Problem unproved(int failed, int all, List<String> claims) {
        return Problem.ofUser(
                failed + " of " + all + " proofs failed. Not so:\n    "
                        + String.join("\n    ", claims.subList(0, Math.min(SHOWN, claims.size()))),
                "Was something writing to the files, or another git at work? Run it again when they are at rest.",
                "If it stays so, do not rely on snapshots of this repository, and report it with the file that"
                        + "  -Dsnapshot.resultFile=verify.json  writes.");
    }
}
