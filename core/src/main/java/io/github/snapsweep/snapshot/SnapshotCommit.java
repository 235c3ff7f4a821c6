package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ObjectPack;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** The commit of a snapshot: a fixed identity, and trailers that say where it comes from. No hook runs, nothing is signed. */
final class SnapshotCommit {

    /** The trailer that only this tool's commits have. */
    static final String VERSION_TRAILER = "Snapsweep-Version";

    private static final String BRANCH_TRAILER = "Snapsweep-Branch";

    private SnapshotCommit() {}

    private static final String ADDRESS = "snapsweep@localhost";

    static PersonIdent identity(Instant when) {
        return new PersonIdent("Snapsweep", ADDRESS, when, ZoneOffset.UTC);
    }

    /** Adds the commit to the pack that has its tree. */
    static ObjectId add(
            GitRepository repository,
            CapturedTree captured,
            @Nullable ObjectId base,
            Host host,
            Instant when,
            ObjectPack pack)
            throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(captured.tree());
        if (base != null) {
            commit.setParentId(base);
        }
        commit.setAuthor(identity(when));
        commit.setCommitter(identity(when));
        commit.setEncoding(StandardCharsets.UTF_8);
        commit.setMessage(message(repository.branch(), captured.contents(), base, host));
        return pack.add(Constants.OBJ_COMMIT, commit.build());
    }

    private static String message(String branch, Contents contents, @Nullable ObjectId base, Host host) {
        String where = base == null
                ? branch + ", which has no commit yet"
                : branch + " at " + base.name().substring(0, 12);
        return "Snapshot of " + where + "\n\n"
                + contents.summary() + "\n\n"
                + "Snapsweep-Base: " + (base == null ? "none" : base.name()) + "\n"
                + BRANCH_TRAILER + ": " + branch + "\n"
                + "Snapsweep-Host: " + host.name() + "\n"
                + VERSION_TRAILER + ": " + Version.current() + "\n";
    }

    /** Whether this tool made it. Who amends it becomes its committer, and keeps its trailers: it is his then. */
    static boolean isOurs(RevCommit commit) {
        return !commit.getFooterLines(VERSION_TRAILER).isEmpty()
                && commit.getCommitterIdent().getEmailAddress().equals(ADDRESS);
    }

    /** The branch that it was taken on. */
    static String branch(RevCommit commit) {
        return commit.getFooterLines(BRANCH_TRAILER).stream().findFirst().orElse("HEAD");
    }
}
