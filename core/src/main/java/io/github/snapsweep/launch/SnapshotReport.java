package io.github.snapsweep.launch;

import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.snapshot.CreatedSnapshot;
import io.github.snapsweep.snapshot.Snapshot;
import java.util.Locale;

/** Tells people what a capture gave. */
public final class SnapshotReport {

    private final Progress progress;

    public SnapshotReport(Progress progress) {
        this.progress = progress;
    }

    public void created(CreatedSnapshot created) {
        Snapshot snapshot = created.snapshot();
        progress.info("snapshot " + snapshot.name() + " (" + snapshot.shortCommit() + ")"
                + (created.reused() ? ", the same as before" : ""));
        progress.info("  of " + (snapshot.baseBranch().equals("HEAD") ? "a detached HEAD" : snapshot.baseBranch())
                + snapshot.base().map(base -> " at " + base.substring(0, 12)).orElse(", which has no commit yet")
                + ": " + created.contents().summary()
                + String.format(Locale.ROOT, " (%.2f s)", created.took().toMillis() / 1000.0));
        created.contents().warnings().forEach(progress::warn);
        created.contents().skipped().forEach(skipped -> progress.warn("left out: " + skipped));
    }
}
