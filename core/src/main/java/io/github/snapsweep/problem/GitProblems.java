package io.github.snapsweep.problem;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What can stand in the way when git itself is asked, and what it can find out. */
public final class GitProblems {

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
                "Nothing of the repository was changed. " + Remedy.of(cause, "Is the disk full?"),
                "export TMPDIR=/path  and  -Dsnapshot.worktreeDir=/path  lead elsewhere.");
    }

    /** A folder that could be opened and then not be read, or the like, which no step has words of its own for. */
    public static Problem fileSystem(IOException cause) {
        return Problem.ofMachine(
                cause,
                "A file system failed: " + Reason.of(cause),
                Remedy.of(cause, "Run the goal again; it takes up what is half done."));
    }

    public static Problem noOutput(Exception cause) {
        return Problem.ofMachine(cause, "The output could not be written: " + Reason.of(cause), "Is the disk full?");
    }

    /**
     * Some claims do not hold.
     *
     * @param failed each claim, and in its second line what to do about it
     */
    public static Problem unproved(int all, List<String> failed) {
        return Problem.ofUser(
                failed.size() + " of " + all + " proofs failed; what speaks against them is above. It is not so that:",
                failed.toArray(new String[0]));
    }
}
