package io.github.snapsweep.launch;

import io.github.snapsweep.config.Secrets;
import io.github.snapsweep.config.SnapshotSettings;
import io.github.snapsweep.slurm.SlurmClient;
import io.github.snapsweep.snapshot.CreatedSnapshot;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.LinkedPaths;
import io.github.snapsweep.snapshot.Push;
import io.github.snapsweep.snapshot.PushOutcome;
import io.github.snapsweep.snapshot.SecretNames;
import io.github.snapsweep.snapshot.Snapshot;
import io.github.snapsweep.snapshot.SnapshotNames;
import io.github.snapsweep.snapshot.SnapshotRequest;
import io.github.snapsweep.snapshot.Snapshots;
import io.github.snapsweep.snapshot.UntrackedRules;
import io.github.snapsweep.snapshot.UserGit;
import io.github.snapsweep.snapshot.WorktreeFolder;
import io.github.snapsweep.snapshot.Worktrees;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The settings of snapshots, as the snapshot package takes them. */
public final class SnapshotSetup {

    private final GitRepository repository;
    private final Path project;
    private final SnapshotSettings settings;
    private final LaunchRequest.Surroundings surroundings;

    /**
     * Settings for a repository.
     *
     * @param project the folder that output folders are relative to
     */
    public SnapshotSetup(
            GitRepository repository,
            Path project,
            SnapshotSettings settings,
            LaunchRequest.Surroundings surroundings) {
        this.repository = repository;
        this.project = project;
        this.settings = settings;
        this.surroundings = surroundings;
    }

    private SnapshotNames names() {
        return new SnapshotNames(
                settings.naming().namespace().prefix(), settings.naming().branchPrefix());
    }

    public Snapshots snapshots() {
        return new Snapshots(repository, names());
    }

    public Worktrees worktrees() {
        return new Worktrees(
                repository,
                worktreeFolder(),
                surroundings.host(),
                settings.worktree().reuse() ? Optional.of(liveLaunches()) : Optional.empty());
    }

    /** Where worktrees are made. */
    public Path worktreeFolder() {
        return settings.worktree()
                .directory()
                .map(project::resolve)
                .orElseGet(() -> WorktreeFolder.byDefault(repository));
    }

    /** Tells which launches need their worktrees. */
    LiveLaunches liveLaunches() {
        SlurmClient slurm = new SlurmClient(surroundings.runner(), surroundings.host(), project);
        return new LiveLaunches(new LaunchStates(slurm, surroundings.host()));
    }

    public LinkedPaths linked() {
        return new LinkedPaths(project, settings.worktree().symlinkPaths());
    }

    public SnapshotRequest request() {
        return request(isPublished() && settings.contents().secrets() == Secrets.FAIL);
    }

    /** For a capture that is thrown away again: nobody else will see it. */
    public SnapshotRequest requestAside() {
        return request(false);
    }

    private SnapshotRequest request(boolean refuseSecrets) {
        UntrackedRules untracked = new UntrackedRules(
                settings.contents().maxFileSize(),
                settings.contents().maxTotalSize(),
                settings.contents().maxFiles(),
                refuseSecrets,
                settings.contents().exclude());
        return new SnapshotRequest(
                names(), linked(), untracked, settings.worktree().reuse(), surroundings.host());
    }

    /** Publishes a snapshot if it is to be, and says how it went; a failure is a warning. */
    public String publish(CreatedSnapshot created) {
        if (!settings.push().toRemote()) {
            return "not pushed: pushToRemote is false";
        }
        nameSecrets(created.contents().untracked());
        Snapshot snapshot = created.snapshot();
        PushOutcome outcome = surroundings
                .progress()
                .during(
                        "pushing to " + settings.push().remote(),
                        () -> push().publish(snapshot, settings.push().remote()));
        String said = outcome.result() == PushOutcome.Result.DONE
                ? "pushed to " + outcome.remote()
                : "not pushed: " + outcome.why();
        if (outcome.result() == PushOutcome.Result.FAILED) {
            surroundings
                    .progress()
                    .warn("the snapshot is here, but was " + said
                            + "\n  By hand:  git push " + outcome.remote() + " " + snapshot.ref()
                            + "\n  Never:    -Dsnapshot.pushToRemote=false");
        } else {
            surroundings.progress().info(said);
        }
        return said;
    }

    private void nameSecrets(List<String> untracked) {
        List<String> secrets = untracked.stream().filter(SecretNames::matches).toList();
        if (settings.contents().secrets() == Secrets.WARN && isPublished() && !secrets.isEmpty()) {
            surroundings
                    .progress()
                    .warn("untracked files that look like secrets are published (secrets=warn): "
                            + String.join(", ", secrets));
        }
    }

    private boolean isPublished() {
        return settings.push().toRemote() && push().hasRemote(settings.push().remote());
    }

    /** The user's own git, in the repository. */
    public UserGit git() {
        return new UserGit(repository, surroundings.runner(), surroundings.host());
    }

    public Push push() {
        return new Push(
                repository,
                surroundings.runner(),
                surroundings.host(),
                settings.push().timeout());
    }
}
