package io.github.snapsweep.launch;

import io.github.snapsweep.config.SnapshotSettings;
import io.github.snapsweep.problem.GitProblems;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.progress.Counted;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.Proof;
import io.github.snapsweep.snapshot.Scratch;
import io.github.snapsweep.snapshot.Snapshot;
import io.github.snapsweep.snapshot.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Proves on the user's own repository what is promised about snapshots. */
public final class SnapshotVerification {

    private static final int SHOWN = 5;

    private final Path project;
    private final SnapshotSettings settings;
    private final LaunchRequest.Surroundings surroundings;
    private final Progress progress;

    public SnapshotVerification(Path project, SnapshotSettings settings, LaunchRequest.Surroundings surroundings) {
        this.project = project;
        this.settings = settings;
        this.surroundings = surroundings;
        this.progress = surroundings.progress();
    }

    /**
     * Makes all proofs, and tells each.
     *
     * @throws Problem when one fails
     */
    public VerifyResult verify() {
        try (GitRepository repository = GitRepository.containing(project)) {
            SnapshotSetup setup = new SnapshotSetup(repository, project, settings, surroundings);
            Optional<Snapshot> snapshot = settings.naming().name().map(setup.snapshots()::find);
            progress.info("verifying snapshots of " + repository.workTree());
            Verification verification = new Verification(repository, setup.git(), setup.requestAside(), this::tell);
            try (Scratch scratch = Scratch.beside(setup.worktreeFolder(), repository, surroundings.host())) {
                return verdict(VerifyResult.of(verification.run(snapshot, setup.worktrees(), scratch)));
            }
        }
    }

    private void tell(Proof proof) {
        String took = String.format(Locale.ROOT, " (%.2f s)", proof.took().toMillis() / 1000.0);
        if (proof.holds()) {
            progress.info("proved: " + proof.claim() + (proof.detail().isEmpty() ? "" : ": " + proof.detail()) + took);
        } else {
            progress.warn("NOT so: " + proof.claim() + took + "\n    " + some(proof.exceptions()));
        }
    }

    private static String some(List<String> exceptions) {
        int more = exceptions.size() - SHOWN;
        return String.join("\n    ", exceptions.subList(0, Math.min(SHOWN, exceptions.size())))
                + (more > 0 ? "\n    and " + more + " more" : "");
    }

    private VerifyResult verdict(VerifyResult result) {
        List<String> failed = result.proofs().stream()
                .filter(proof -> !proof.holds())
                .map(proof -> proof.claim() + "\n    " + proof.detail())
                .toList();
        if (!failed.isEmpty()) {
            throw GitProblems.unproved(result.proofs().size(), failed).with(result);
        }
        progress.info("all " + Counted.of(result.proofs().size(), "proof") + " hold");
        return result;
    }
}
