package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.fixture.GitFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruningTest {

    private static final PruneRules ALL = new PruneRules(Optional.of(0), Optional.empty(), Path.of("/"));

    @TempDir
    Path folder;

    private GitFixture git;
    private Snapper snapper;
    private boolean needed;
    private SnapshotUse use = SnapshotUse.NONE;

    @BeforeEach
    void repository() {
        git = GitFixture.in(folder.resolve("repository")).write("a.txt", "one").commit("first");
        snapper = Snapper.of(git);
    }

    private Snapshot edited(String content) {
        git.write("a.txt", content);
        return snapper.create().snapshot();
    }

    private <T> T with(Function<Pruning, T> work) {
        try (GitRepository repository = GitRepository.containing(git.root())) {
            return work.apply(new Pruning(
                    new Snapshots(repository, new SnapshotNames("refs/heads/", "slurm-job")),
                    new Worktrees(repository, snapper.worktrees(), snapper.host()),
                    launch -> needed,
                    use,
                    Clock.fixed(Snapper.NOW.plus(Duration.ofDays(3)), ZoneOffset.UTC)));
        }
    }

    /** Prunes by rules, and gives the reasons why what stays stays. */
    private List<String> prune(PruneRules rules) {
        return with(pruning -> pruning.plan(rules).stream()
                .filter(decision ->
                        !decision.goes() || !pruning.removeWorktrees(decision) || !pruning.removeBranch(decision))
                .map(PruneDecision::why)
                .toList());
    }

    @Test
    void theNewestStayAndTheOthersGoWithTheirWorktrees() {
        Snapshot old = edited("two");
        Path worktree = snapper.obtain(old).worktree().path();
        snapper = snapper.at(Snapper.NOW.plusSeconds(1));
        Snapshot recent = edited("three");

        assertThat(prune(new PruneRules(Optional.of(1), Optional.empty(), git.root())))
                .containsExactly("the newest");

        assertThat(snapper.list()).containsExactly(recent);
        assertThat(worktree).doesNotExist();
        assertThat(git.git("worktree", "list").lines()).hasSize(1);
        git.fsck();
    }

    @Test
    void onlyWhatIsOldGoes() {
        edited("two");
        snapper = snapper.at(Snapper.NOW.plus(Duration.ofDays(2)));
        edited("three");

        assertThat(prune(new PruneRules(Optional.empty(), Optional.of(Duration.ofDays(2)), git.root())))
                .containsExactly("only 1 d old");
    }

    @Test
    void aWorktreeThatALaunchNeedsStaysUntilItDoesNot() {
        Path worktree =
                snapper.obtain(edited("two"), "launch x of /y").worktree().path();
        needed = true;
        assertThat(prune(ALL)).singleElement().asString().contains("launch x of /y", "git worktree unlock " + worktree);
        needed = false;
        assertThat(prune(ALL)).isEmpty();
        assertThat(worktree).doesNotExist();
    }

    @Test
    void aWorktreeWithWorkInItStays() throws Exception {
        Path worktree = snapper.obtain(edited("two")).worktree().path();
        Files.writeString(worktree.resolve("a.txt"), "my fix");

        assertThat(prune(ALL)).singleElement().asString().contains("holds work that is in no snapshot");
        assertThat(worktree.resolve("a.txt")).hasContent("my fix");
    }

    @Test
    void aSnapshotThatIsCheckedOutStays() {
        Snapshot snapshot = edited("two");
        git.then("worktree", "add", "-q", "../mine", snapshot.name());

        assertThat(prune(ALL))
                .singleElement()
                .asString()
                .contains("it is checked out in " + git.path("../mine").normalize());
        assertThat(snapper.list()).containsExactly(snapshot);
    }

    @Test
    void anAmendedSnapshotIsItsAuthorsOwn() {
        Snapshot snapshot = edited("two");
        git.then("checkout", "-q", "-f", snapshot.name())
                .write("a.txt", "my fix")
                .then("commit", "-q", "-a", "--amend", "--no-edit")
                .then("checkout", "-q", "main");

        assertThat(prune(ALL)).isEmpty();
        assertThat(git.git("show", snapshot.name() + ":a.txt")).isEqualTo("my fix");
    }

    @Test
    void twoSnapshotsOfOneCommitGoWithTheirOneWorktree() {
        snapper = snapper.withoutReuse();
        snapper.create();
        Snapshot second = snapper.create().snapshot();
        Path worktree = snapper.obtain(second).worktree().path();

        assertThat(prune(ALL)).isEmpty();

        assertThat(worktree).doesNotExist();
        assertThat(snapper.list()).isEmpty();
    }

    @Test
    void aSnapshotThatSomebodyWasGivenAgainIsNotTakenBack() {
        Snapshot snapshot = edited("two");
        try (GitRepository repository = GitRepository.containing(git.root())) {
            Snapshots snapshots = new Snapshots(repository, new SnapshotNames("refs/heads/", "slurm-job"));
            assertThat(snapper.create().reused()).isTrue();
            assertThat(snapshots.deleteUnshared(snapshot)).isFalse();
        }
        assertThat(snapper.list()).containsExactly(snapshot);
    }
}
