package io.github.snapsweep.launch;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * The script that removes the worktree of a launch on a node, where nothing of this tool need be.
 *
 * @param folder the launch's folder
 * @param worktree the worktree
 * @param administration git's own folder for it
 * @param ownFolder the folder of worktrees, when it is to go with its last; empty when its user named it
 * @param ref the snapshot's branch
 * @param commit the snapshot's commit
 * @param branchUses how often the snapshot was given to somebody, when its branch goes too
 */
record CleanupScript(
        LaunchFolder folder,
        Path worktree,
        Path administration,
        String ownFolder,
        String ref,
        String commit,
        OptionalInt branchUses) {

    String text() {
        return new ScriptText()
                .comment("Removes the worktree of launch " + folder.id() + " when all who need it have ended.")
                .assign("record", folder.path())
                .assign("worktree", worktree)
                .assign("administration", administration)
                .assign("common", administration.resolve("../..").normalize())
                .assign("own_folder", ownFolder)
                .assign("ref", ref)
                .assign("commit", commit)
                .assign("branch_uses", branchUses.isPresent() ? branchUses.getAsInt() : "")
                .with("cleanup.sh");
    }
}
