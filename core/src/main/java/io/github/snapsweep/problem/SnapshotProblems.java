package io.github.snapsweep.problem;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** What can stand in the way of a snapshot or a worktree. */
public final class SnapshotProblems {

    private static final int SHOWN = 10;
    private static final int MANY = 1_000_000;

    private SnapshotProblems() {}

    public static Problem notARepository(Path folder) {
        return Problem.ofUser(
                folder + " is not in a git repository, and a snapshot is a commit in one.",
                "Make it one:  git init",
                "or submit without a snapshot:  -Dsnapshot.enabled=false");
    }

    public static Problem bareRepository(Path folder) {
        return Problem.ofUser(
                folder + " is a bare repository: it has no files to capture.", "Run the goal in a work tree of it.");
    }

    public static Problem unreadableRepository(Path folder, Exception cause) {
        return Problem.ofMachine(
                cause,
                "The git repository of " + folder + " cannot be read: " + Reason.of(cause),
                "git fsck  tells what is wrong with it.");
    }

    public static Problem objectFormat(Path workTree, String format) {
        return Problem.ofUser(
                workTree + " is a " + format + " repository; snapshots can be taken of sha1 repositories only.",
                "Nothing was captured. Submit without a snapshot:  -Dsnapshot.enabled=false");
    }

    public static Problem extension(Path workTree, String name, String value) {
        return Problem.ofUser(
                "The repository of " + workTree + " has the extension '" + name + " = " + value
                        + "', which is not known: it may keep its refs or objects otherwise.",
                "Nothing was captured. Submit without a snapshot:  -Dsnapshot.enabled=false");
    }

    public static Problem unreadableIndex(Path workTree, Exception cause) {
        return Problem.ofUser(
                "The index of " + workTree + " cannot be read: " + Reason.of(cause) + ".",
                "If it is a split index:  git update-index --no-split-index",
                "If it is a sparse index:  git sparse-checkout reapply --no-sparse-index",
                "If it is damaged:  rm .git/index && git reset  rebuilds it from HEAD; the files stay as they are.");
    }

    public static Problem captureFailed(Path workTree, Exception cause) {
        return Problem.ofMachine(
                cause,
                "The snapshot of " + workTree + " could not be written: " + Reason.of(cause),
                "No branch was made. " + Remedy.of(cause, "Is the disk full, or .git not writable?"));
    }

    public static Problem unreadable(Path path) {
        return Problem.ofUser(
                path + " cannot be read, so the snapshot would lack it.",
                "Make it readable, or leave it out:  .gitignore, or -Dsnapshot.exclude=PATTERN");
    }

    public static Problem unreadable(Path path, Exception cause) {
        return Problem.ofUser(
                path + " cannot be read, so the snapshot would lack it: " + Reason.of(cause),
                "Make it readable, or leave it out:  .gitignore, or -Dsnapshot.exclude=PATTERN");
    }

    public static Problem unreadableName(String path) {
        return Problem.ofUser(
                path + " has a name that is not UTF-8, or this process does not run with UTF-8: it cannot be read.",
                "Set the locale:  export LC_ALL=C.UTF-8",
                "or rename the file, or ignore it (.gitignore).");
    }

    public static Problem changedWhileRead(String path) {
        return Problem.ofUser(
                path + " changed each time it was read: the snapshot would hold a mixture.",
                "Is something writing to it? Ignore it (.gitignore, or -Dsnapshot.exclude=" + path
                        + "), or run again when it is at rest.");
    }

    public static Problem configurationNeedsGit(Path folder, String said) {
        return Problem.ofUser(
                "The git configuration of " + folder + " has parts that only git can read (includeIf, GIT_CONFIG_...): "
                        + said + ".",
                "Put git on the PATH, or see what is wrong:  git config --list");
    }

    public static Problem filter(String path, String filter) {
        return Problem.ofUser(
                path + " has the git filter '" + filter + "', which is required or a process, and has no 'clean'"
                        + " command that could be run.",
                "Install the filter's program and its configuration, or leave an untracked file out:"
                        + "  -Dsnapshot.exclude=" + path,
                "git config --get-regexp filter." + filter + "  shows what is set.");
    }

    public static Problem filterFailed(String path, String command, int exit, String said) {
        return Problem.ofUser(
                "The git filter of " + path + " failed: '" + command + "' ended with " + exit
                        + (said.isEmpty() ? "." : ": " + said),
                "Mend it (git config --get-regexp ^filter), or leave an untracked file out:  -Dsnapshot.exclude="
                        + path);
    }

    public static Problem reservedName(String path) {
        return Problem.ofUser(
                path + " has a name that git keeps for itself, and adds to no tree.",
                "Rename it, ignore it (.gitignore), or leave it out:  -Dsnapshot.exclude=" + path);
    }

    public static Problem otherCase(String path) {
        return Problem.ofUser(
                path + " differs from what git tracks there in small and capital letters only, and core.ignoreCase is"
                        + " true: which of them is meant cannot be told.",
                "On a file system that tells them apart:  git config core.ignoreCase false",
                "On one that does not, name it as git has it:  git mv");
    }

    public static Problem irreversibleLines(String path, String lost, String instead) {
        return Problem.ofUser(
                path + " has " + lost + " at the ends of lines, which would come back as " + instead
                        + ", and core.safecrlf is true: git add refuses it too.",
                "Make its lines end alike, say how they should (.gitattributes), or:  git config core.safecrlf warn");
    }

    public static Problem indexChanged(Path workTree) {
        return Problem.ofUser(
                "Git was at work in " + workTree + " all the time: the snapshot would hold a mixture.",
                "Run the goal again when the commit, checkout or merge is done.");
    }

    public static Problem attribute(String path, String attribute) {
        return Problem.ofUser(
                path + " has the git attribute '" + attribute + "', which cannot be captured exactly.",
                "Take the attribute off the file (.gitattributes), or leave an untracked file out:"
                        + "  -Dsnapshot.exclude=" + path);
    }

    public static Problem embeddedRepository(String path) {
        return Problem.ofUser(
                path + " is a git repository of its own, and not a submodule: its files would be lost.",
                "Add it as a submodule, ignore it (.gitignore), or leave it out:  -Dsnapshot.exclude=" + path);
    }

    public static Problem submoduleWithoutCommit(String path) {
        return Problem.ofUser(
                "The submodule " + path + " has no commit yet: nothing of it can be recorded.",
                "Commit in it:  git -C " + path + " commit");
    }

    public static Problem submoduleWithEdits(String path) {
        return Problem.ofUser(
                "The submodule " + path + " has edits that are not committed: a snapshot would lose them.",
                "Commit them there:  git -C " + path + " commit -a");
    }

    public static Problem submoduleNotCheckedOut(String path) {
        return Problem.ofUser(
                "The submodule " + path + " is not checked out, but its folder has files: a snapshot would lose them.",
                "Check it out:  git submodule update --init " + path
                        + "  or make it a folder of yours:  git rm --cached " + path);
    }

    public static Problem trackedUnderLink(List<String> paths) {
        return Problem.ofUser(
                "git tracks files in an output folder, and in a worktree that folder is a link to yours: " + some(paths)
                        + ".",
                "Take the folder out of the setting symlinkPaths (-Dsnapshot.symlinkPaths=..., "
                        + "<symlinkPaths>, symlink_paths),",
                "or stop tracking them:  git rm -r --cached " + paths.get(0));
    }

    public static Problem secrets(List<String> paths) {
        return Problem.ofUser(
                "Untracked files look like secrets, and the snapshot is to be pushed: " + some(paths) + ".",
                "Ignore them (.gitignore), or do not push:  -Dsnapshot.pushToRemote=false",
                "or, if they are none:  -Dsnapshot.secrets=allow");
    }

    public static Problem untrackedTooLarge(String limit, List<String> largestFirst) {
        return tooLarge(
                "Untracked files are larger than the setting maxFileSize allows (" + limit + "):",
                "maxFileSize",
                largestFirst);
    }

    public static Problem untrackedTooLargeTogether(String total, String limit, List<String> largestFirst) {
        return tooLarge(
                "The untracked files are " + total + " together, more than the setting maxTotalSize allows (" + limit
                        + "). The largest:",
                "maxTotalSize",
                largestFirst);
    }

    public static Problem tooManyUntracked(int count, int limit, List<String> fullestFirst) {
        return tooLarge(
                "There are " + count + " untracked files, more than the setting maxFiles allows (" + limit
                        + "). The fullest folders:",
                "maxFiles",
                fullestFirst);
    }

    private static Problem tooLarge(String what, String setting, List<String> largestFirst) {
        return Problem.ofUser(
                what + "\n    "
                        + String.join("\n    ", largestFirst.subList(0, Math.min(SHOWN, largestFirst.size())))
                        + more(largestFirst.size() - SHOWN, "\n    "),
                "Ignore them (.gitignore, or -Dsnapshot.exclude=PATTERN), or raise the limit:  -Dsnapshot." + setting
                        + (setting.equals("maxFiles") ? "=" + MANY : "=20GB"));
    }

    public static Problem invalidPrefix(String prefix) {
        return Problem.ofUser(
                "No branch can be called '" + prefix + "-...': git's rules for names forbid it.",
                "Set another prefix:  -Dsnapshot.branchPrefix=slurm-job  (rules: git help check-ref-format)");
    }

    public static Problem conflictingRef(String ref, Collection<String> others) {
        return Problem.ofUser(
                "The branch " + ref + " cannot be made beside " + some(List.copyOf(others))
                        + ": one would be a folder of the other.",
                "Rename that branch, or set another prefix:  -Dsnapshot.branchPrefix=NAME");
    }

    public static Problem noFreeName(String ref) {
        return Problem.ofUser(
                "No name is free for a snapshot: " + ref + " and all that follow it are taken.",
                "Remove old ones:  mvn snapshot:prune -Dsnapshot.keepLast=100");
    }

    public static Problem refFailed(String ref, Exception cause) {
        return Problem.ofMachine(
                cause,
                "The ref " + ref + " could not be changed: " + Reason.of(cause),
                Remedy.of(cause, "Is .git writable, or another git at work? Run the goal again."));
    }

    public static Problem unknownSnapshot(String name, List<String> newest) {
        if (newest.isEmpty()) {
            return Problem.ofUser(
                    "There is no snapshot in this repository yet.",
                    "Make one:  mvn snapshot:create",
                    "or, if yours have another prefix, name it:  -Dsnapshot.branchPrefix=PREFIX");
        }
        return Problem.ofUser(
                "There is no snapshot '" + name + "'.",
                "The newest are: " + String.join(", ", newest) + "  (-Dsnapshot.name=NAME)");
    }

    public static Problem worktreesInGit(Path folder) {
        return Problem.ofUser(
                "Worktrees cannot be made in " + folder + ", which is in git's own folder.",
                "Name another folder, or leave it out to have it beside the repository:  -Dsnapshot.worktreeDir=/scratch/worktrees");
    }

    public static Problem inWorktree(Path worktree, Path main) {
        return Problem.ofUser(
                worktree + " is a worktree of a snapshot: a launch from here would go when it is removed.",
                "Submit in the tree that it was made from: " + main);
    }

    public static Problem worktreeFolder(Path folder, Exception cause) {
        return Problem.ofUser(
                "No worktree can be made in " + folder + ": " + Reason.of(cause) + ".",
                "Set a folder that you may write to:  -Dsnapshot.worktreeDir=/path  (<worktreeDir>, worktree_dir)");
    }

    public static Problem worktreeFailed(Path worktree, Exception cause) {
        return Problem.ofMachine(
                cause,
                "The worktree " + worktree + " could not be made: " + Reason.of(cause) + ".",
                "What was made of it is removed again. " + Remedy.of(cause, "Is the disk full?"),
                "-Dsnapshot.worktreeDir=/path  sets another folder for worktrees.");
    }

    public static Problem worktreeNotRemoved(Path worktree, Exception cause) {
        return Problem.ofMachine(
                cause,
                "The worktree " + worktree + " could not be removed: " + Reason.of(cause) + ".",
                "What is left of it goes with the next:  mvn snapshot:prune",
                Remedy.of(cause, "Is something in it open, or not yours?"));
    }

    public static Problem linkedPath(Path path) {
        return Problem.ofUser(
                "The output folder '" + path + "' is not a folder inside the repository, so no worktree can have a link"
                        + " in its place.",
                "Name one relative to the project:  -Dsnapshot.symlinkPaths=outputs,multirun,.slurm");
    }

    public static Problem outputIsAFile(Path path) {
        return Problem.ofUser(
                path + " is to be an output folder, but it is a file.",
                "Move it away, or take it out of the setting symlinkPaths:  -Dsnapshot.symlinkPaths=...");
    }

    public static Problem linkInTheWay(Path link) {
        return Problem.ofUser(
                link + " is to be a link to your own folder, but something else is there.",
                "Take it out of the setting symlinkPaths:  -Dsnapshot.symlinkPaths=...");
    }

    public static Problem nothingToCarry(Path path) {
        return Problem.ofUser(
                "There is no '" + path + "' to carry to the worktree.",
                "Make it first, or take it out of the setting:  -Dslurm.carry=...  (<carry>)");
    }

    public static Problem carriedFromElsewhere(Path path) {
        return Problem.ofUser(
                "'" + path + "' is not carried to the worktree: a link leads it out of the project.",
                "Tasks can read it where it is; take it out of the setting:  -Dslurm.carry=...  (<carry>)");
    }

    public static Problem carriedSpecial(Path path) {
        return Problem.ofUser(
                "'" + path + "' is neither a file nor a link, and cannot be carried to the worktree.",
                "Name paths without it:  -Dslurm.carry=...  (<carry>)");
    }

    public static Problem carriedAlready(Path path) {
        return Problem.ofUser(
                "'" + path
                        + "' is to be carried to the worktree, but all of it is there already: the snapshot has it, or it is"
                        + " an output folder.",
                "Only what git ignores needs to be carried; take it out of the setting:  -Dslurm.carry=...  (<carry>)");
    }

    public static Problem carriedChanges(Path path) {
        return Problem.ofUser(
                "'" + path + "' changes while it is carried to the worktree.",
                "Let whoever writes it end, then run the goal again.");
    }

    public static Problem carryFailed(Path path, Exception cause) {
        return Problem.ofUser(
                "'" + path + "' cannot be carried to the worktree: " + Reason.of(cause) + ".",
                "Is it readable?  -Dslurm.carry=...  (<carry>)  says what is carried.");
    }

    private static String some(List<String> paths) {
        return String.join(", ", paths.subList(0, Math.min(SHOWN, paths.size()))) + more(paths.size() - SHOWN, " ");
    }

    private static String more(int count, String before) {
        return count > 0 ? before + "and " + count + " more" : "";
    }
}
