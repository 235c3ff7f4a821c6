package io.github.snapsweep.snapshot;

import java.time.Instant;
import java.util.Optional;

/**
 * A commit that holds the captured tree, and its branch.
 *
 * @param ref the full name of its branch, {@code refs/heads/slurm-job-20261123-142233}
 * @param commit the commit's id, 40 hexadecimal digits
 * @param tree the tree's id
 * @param base the commit that HEAD pointed to, empty when there was none
 * @param baseBranch the branch that was checked out, {@code HEAD} when none was
 * @param created when it was made, by its name, to the second
 */
public record Snapshot(
        String ref, String commit, String tree, Optional<String> base, String baseBranch, Instant created) {

    /** How many digits of a commit tell it from all others, for people. */
    static final int SHORT = 12;

    private static final String HEADS = "refs/heads/";

    /** The name as people use it: without {@code refs/heads/}. */
    public String name() {
        return ref.startsWith(HEADS) ? ref.substring(HEADS.length()) : ref;
    }

    /** The commit's first 12 digits. */
    public String shortCommit() {
        return commit.substring(0, SHORT);
    }
}
