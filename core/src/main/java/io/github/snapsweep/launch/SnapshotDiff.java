package io.github.snapsweep.launch;

import io.github.snapsweep.config.SnapshotSettings;
import io.github.snapsweep.problem.GitProblems;
import io.github.snapsweep.progress.Output;
import io.github.snapsweep.snapshot.Contents;
import io.github.snapsweep.snapshot.DiffSide;
import io.github.snapsweep.snapshot.DiffSides;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.Scratch;
import io.github.snapsweep.snapshot.Snapshot;
import io.github.snapsweep.snapshot.SnapshotDifference;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Shows what a snapshot holds that something else does not, as {@code git diff} does. Applied to the other side, what is
 * shown gives the snapshot.
 */
public final class SnapshotDiff {

    private final Path project;
    private final SnapshotSettings settings;
    private final LaunchRequest.Surroundings surroundings;
    private final Output output;

    /** @param output where the difference goes */
    public SnapshotDiff(
            Path project, SnapshotSettings settings, LaunchRequest.Surroundings surroundings, Output output) {
        this.project = project;
        this.settings = settings;
        this.surroundings = surroundings;
        this.output = output;
    }

    /** Shows the difference to what the setting {@code against} names. Nothing of the repository is changed. */
    public DiffResult show() {
        try (GitRepository repository = GitRepository.containing(project)) {
            SnapshotSetup setup = new SnapshotSetup(repository, project, settings, surroundings);
            Snapshot snapshot = setup.snapshots().find(settings.naming().name().orElse("latest"));
            try (Scratch scratch = Scratch.in(repository, surroundings.host())) {
                DiffSide from = against(snapshot, repository, setup, scratch);
                DiffSide to = DiffSide.of(snapshot);
                surroundings.progress().info("- lines: " + from.text());
                surroundings.progress().info("+ lines: " + to.text());
                return show(new SnapshotDifference(repository, setup.git(), scratch, from, to), snapshot, from);
            }
        }
    }

    private DiffSide against(Snapshot snapshot, GitRepository repository, SnapshotSetup setup, Scratch scratch) {
        DiffSides sides = new DiffSides(repository, setup.git(), setup.snapshots());
        String against = settings.diff().against();
        return switch (against) {
            case "base" -> sides.base(snapshot);
            case "HEAD" -> sides.head();
            case "files" -> sides.files(setup.requestAside(), scratch);
            default -> sides.named(against);
        };
    }

    private DiffResult show(SnapshotDifference difference, Snapshot snapshot, DiffSide from) {
        Contents paths = difference.paths();
        Path diff = difference.print(settings.diff().stat(), output.hasColours());
        if (paths.isEmpty()) {
            surroundings.progress().info("nothing differs");
        }
        try {
            output.show(diff);
        } catch (IOException e) {
            throw GitProblems.noOutput(e);
        }
        return DiffResult.of(snapshot, from, paths);
    }
}
