package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aWorktreeInWhichSomebodyCommittedStays() {
        Path worktree = snapper.obtain(edited("two")).worktree().path();
        GitFixture.at(worktree).write("a.txt", "my fix").commit("my fix");

        assertThat(prune(ALL)).isEmpty();

        assertThat(others(ALL)).containsExactly("stays: somebody has committed or checked out something else in it");
        assertThat(GitFixture.at(worktree).git("show", "HEAD:a.txt")).isEqualTo("my fix");
        git.fsck();
    }

    @Test
    void whatIsIgnoredGoesWithTheWorktreeAndWhatLinksLeadToStays() throws Exception {
        git.write(".gitignore", "*.o\n").write("outputs/result.txt", "result");
        Path worktree = snapper.obtain(edited("two")).worktree().path();
        Files.writeString(worktree.resolve("a.o"), "built");
        Files.createSymbolicLink(worktree.resolve("b.o"), git.path("outputs"));

        assertThat(prune(ALL)).isEmpty();

        assertThat(worktree).doesNotExist();
        assertThat(git.path("outputs/result.txt")).hasContent("result");
        assertThat(git.git("worktree", "list").lines()).hasSize(1);
    }

    @Test
    void aWorktreeThatAProcessStandsInStays() throws Exception {
        Path worktree = snapper.obtain(edited("two")).worktree().path();
        Process standing =
                new ProcessBuilder("sleep", "60").directory(worktree.toFile()).start();
        try {
            assertThat(prune(ALL))
                    .singleElement()
                    .asString()
                    .matches("process " + standing.pid() + "( \\(.+\\))? is in its worktree " + worktree);
        } finally {
            standing.destroyForcibly().waitFor();
        }
        assertThat(prune(ALL)).isEmpty();
    }

    @Test
    void theOneThatTheUserStandsInStaysThroughALinkToo() throws Exception {
        Path worktree = snapper.obtain(edited("two")).worktree().path();
        Path alias = Files.createSymbolicLink(folder.resolve("alias"), worktree);

        assertThat(prune(new PruneRules(Optional.of(0), Optional.empty(), alias)))
                .containsExactly("you are in its worktree " + worktree);
    }

    @Test
    void whatIsWrittenIntoAWorktreeAfterItWasLookedAtIsKept() {
        Snapshot snapshot = edited("two");
        Path worktree = snapper.obtain(snapshot).worktree().path();

        boolean gone = with(pruning -> {
            List<PruneDecision> plan = pruning.plan(ALL);
            GitFixture.at(worktree).write("notes.txt", "my thoughts");
            return pruning.removeWorktrees(plan.get(0));
        });

        assertThat(gone).isFalse();
        assertThat(worktree.resolve("notes.txt")).hasContent("my thoughts");
        assertThat(git.git("worktree", "list", "--porcelain")).contains("worktree " + worktree + "\n");
        assertThat(git.git("worktree", "list", "--porcelain")).doesNotContain("locked");
    }

    @Test
    void aSnapshotThatWasMovedOrGivenToSomebodyAfterItWasLookedAtIsKept() {
        Snapshot given = edited("two");
        snapper = snapper.at(Snapper.NOW.plusSeconds(1));
        Snapshot moved = edited("three");

        List<Boolean> gone = with(pruning -> {
            List<PruneDecision> plan = pruning.plan(ALL);
            git.then("update-ref", moved.ref(), "main");
            git.write("a.txt", "two");
            assertThat(snapper.create().snapshot()).isEqualTo(given);
            return plan.stream().map(pruning::removeBranch).toList();
        });

        assertThat(gone).containsExactly(false, false);
        assertThat(git.git("rev-parse", moved.ref())).isEqualTo(git.git("rev-parse", "main"));
        assertThat(git.git("rev-parse", given.ref())).isEqualTo(given.commit());
    }

    @Test
    void aWorktreeWhoseBranchWasDeletedByHandGoes() {
        Snapshot snapshot = edited("two");
        Path worktree = snapper.obtain(snapshot).worktree().path();
        git.then("branch", "-q", "-D", snapshot.name());

        assertThat(others(ALL)).containsExactly("went: its snapshot is gone");

        assertThat(worktree).doesNotExist();
        assertThat(git.git("worktree", "list").lines()).hasSize(1);
        git.fsck();
    }

    @Test
    void aWorktreeOfASnapshotOfAnotherNameIsLeftAlone() {
        Snapshot release = snapper.named("release").create().snapshot();
        Path worktree = snapper.obtain(release).worktree().path();

        assertThat(prune(ALL)).isEmpty();

        assertThat(others(ALL)).singleElement().asString().startsWith("stays: its commit is that of refs/heads/");
        assertThat(worktree).exists();
    }

    @Test
    void aLaunchOfYesterdayKeepsAnOldSnapshotYoung() {
        Snapshot old = edited("two");
        snapper = snapper.at(Snapper.NOW.plus(Duration.ofDays(1)));
        edited("three");
        use = launch(old, Optional.of(Snapper.NOW.plus(Duration.ofDays(2))), Optional.empty());

        assertThat(prune(new PruneRules(Optional.of(1), Optional.empty(), git.root())))
                .containsExactly("the newest");

        assertThat(snapper.list()).containsExactly(old);
        assertThat(prune(new PruneRules(Optional.empty(), Optional.of(Duration.ofDays(2)), git.root())))
                .containsExactly("a launch ran from it only 1 d ago");
    }

    @Test
    void aLaunchThatHasNotEndedKeepsItsSnapshotWithoutALockToo() {
        Snapshot snapshot = edited("two");
        snapper.obtain(snapshot);
        use = launch(snapshot, Optional.empty(), Optional.of("sim-1: 2 pending"));

        assertThat(prune(ALL)).containsExactly("a launch needs it: sim-1: 2 pending");
    }

    private static SnapshotUse launch(Snapshot of, Optional<Instant> last, Optional<String> needed) {
        return new SnapshotUse() {
            @Override
            public Optional<Instant> last(Snapshot snapshot) {
                return snapshot.equals(of) ? last : Optional.empty();
            }

            @Override
            public Optional<String> needed(Snapshot snapshot) {
                return snapshot.equals(of) ? needed : Optional.empty();
            }
        };
    }

    /** Removes the worktrees that belong to no snapshot, and tells what became of each. */
    private List<String> others(PruneRules rules) {
        return with(pruning -> pruning.planOthers(rules).stream()
                .map(decision -> (decision.goes() && pruning.remove(decision.worktree()) ? "went: " : "stays: ")
                        + decision.why())
                .toList());
    }

    @Test
    void branchesInSubmodulesGoWithTheLastSnapshotAroundThem() {
        CaptureParityTest.withSubmodule(git);
        GitFixture library = GitFixture.at(git.path("library")).write("lib.txt", "edited");
        Snapshot first = edited("two");
        snapper = snapper.at(Snapper.NOW.plusSeconds(1));
        edited("three");
        String inner = git.git("rev-parse", first.ref() + ":library");

        assertThat(prune(new PruneRules(Optional.of(1), Optional.empty(), git.root())))
                .hasSize(1);
        assertThat(library.git("for-each-ref", "--format=%(objectname)", "refs/heads/slurm-job-*"))
                .isEqualTo(inner);

        assertThat(prune(ALL)).isEmpty();
        assertThat(library.git("for-each-ref", "refs/heads/slurm-job-*")).isEmpty();
        assertThat(library.path("lib.txt")).hasContent("edited");
        library.fsck();
        git.fsck();
    }

    @Test
    void aSnapshotOfASubmoduleThatIsInUseThereStays() {
        CaptureParityTest.withSubmodule(git);
        GitFixture library = GitFixture.at(git.path("library")).write("lib.txt", "edited");
        edited("two");
        String branch = library.git("for-each-ref", "--format=%(refname:short)", "refs/heads/slurm-job-*");
        library.then("worktree", "add", "-q", "../mine", branch);

        assertThat(prune(ALL)).isEmpty();

        assertThat(library.git("rev-parse", "--verify", branch)).isNotEmpty();
    }

    // interrupted

    /** A pruning that was killed is finished by the next, wherever it was. */
    @ParameterizedTest
    @ValueSource(strings = {"claimed", "moved", "half deleted", "deleted", "half forgotten", "almost forgotten"})
    void aPruningThatWasKilledIsFinishedByTheNext(String step) throws Exception {
        Worktree worktree = snapper.obtain(edited("two")).worktree();
        Path administration = worktree.administration();
        Path doomed = snapper.worktrees().resolve("." + worktree.path().getFileName() + ".x.tmp");
        Files.writeString(
                administration.resolve("locked"),
                "snapsweep is at work: process " + deadProcess() + " on login1, folder " + doomed + "\n");
        if (!step.equals("claimed")) {
            Files.move(worktree.path(), doomed);
        }
        if (step.equals("half deleted")) {
            Files.delete(doomed.resolve(".git"));
            Files.delete(doomed.resolve("a.txt"));
        }
        if (step.equals("deleted") || step.contains("forgotten")) {
            FileTrees.delete(doomed);
        }
        if (step.contains("forgotten")) {
            Files.delete(administration.resolve("gitdir"));
            Files.delete(administration.resolve("HEAD"));
        }
        if (step.equals("almost forgotten")) {
            Files.delete(administration.resolve("locked"));
        }

        snapper.with(worktrees -> {
            worktrees.tidy();
            return true;
        });

        assertThat(prune(ALL)).isEmpty();
        assertThat(snapper.list()).isEmpty();
        assertThat(administration).doesNotExist();
        assertThat(snapper.worktrees()).doesNotExist();
        assertThat(git.git("worktree", "list").lines()).hasSize(1);
        git.fsck();
    }

    @Test
    void workThatSomebodyDidInAWorktreeIsPutBackWhenThePruningWasKilledThatLookedForIt() throws Exception {
        Worktree worktree = snapper.obtain(edited("two")).worktree();
        Path aside = snapper.worktrees().resolve("." + worktree.path().getFileName() + ".x.tmp");
        Files.writeString(worktree.path().resolve("a.txt"), "my fix");
        Files.writeString(
                worktree.administration().resolve("locked"),
                "snapsweep looks it over: process " + deadProcess() + " on login1, folder " + aside + "\n");
        Files.move(worktree.path(), aside);

        snapper.<Boolean>with(worktrees -> {
            worktrees.tidy();
            return true;
        });

        assertThat(worktree.path().resolve("a.txt")).hasContent("my fix");
        assertThat(worktree.administration().resolve("locked")).doesNotExist();
        assertThat(prune(ALL)).singleElement().asString().contains("holds work that is in no snapshot");
    }

    @Test
    void workInAWorktreeIsPutBesideOneThatWasMadeInItsPlaceMeanwhile() throws Exception {
        Worktree worktree = snapper.obtain(edited("two")).worktree();
        Path another = worktree.path().resolve("another.txt");
        Files.writeString(worktree.path().resolve("a.txt"), "my fix");
        boolean removed;
        try (GitRepository repository = GitRepository.containing(git.root())) {
            removed = new WorktreeRemoval(new WorktreeFolder(repository, snapper.worktrees()), snapper.host())
                    .remove(worktree, (administration, aside) -> {
                        Files.createDirectory(worktree.path());
                        Files.createFile(another);
                        return false;
                    });
        }

        assertThat(removed).isFalse();
        Path beside = worktree.path().resolveSibling(worktree.path().getFileName() + "-2");
        assertThat(beside.resolve("a.txt")).hasContent("my fix");
        assertThat(GitFixture.at(beside).git("status", "--porcelain")).isEqualTo(" M a.txt");
        assertThat(prune(ALL)).singleElement().asString().contains(beside + " holds work that is in no snapshot");
        assertThat(another).exists();
    }

    @Test
    void aWorktreeThatCannotBeLookedThroughIsPutBack() throws Exception {
        Worktree worktree = snapper.obtain(edited("two")).worktree();
        try (GitRepository repository = GitRepository.containing(git.root())) {
            WorktreeRemoval removal =
                    new WorktreeRemoval(new WorktreeFolder(repository, snapper.worktrees()), snapper.host());
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> removal.remove(worktree, (administration, aside) -> {
                        throw new IOException("Stale file handle");
                    }));
        }

        assertThat(GitFixture.at(worktree.path()).git("status", "--porcelain")).isEmpty();
        assertThat(worktree.administration().resolve("locked")).doesNotExist();
    }

    @Test
    void aSnapshotStaysWhileAWorktreeOfItIsBeingMade() throws Exception {
        Worktree worktree = snapper.obtain(edited("two")).worktree();
        PruneDecision before =
                with(pruning -> pruning.plan(ALL)).stream().findFirst().orElseThrow();
        Path aside = snapper.worktrees().resolve("." + worktree.path().getFileName() + ".x.tmp");
        Files.writeString(
                worktree.administration().resolve("locked"),
                "snapsweep is at work: process " + ProcessHandle.current().pid() + " on login1, folder " + aside
                        + "\n");
        Files.move(worktree.path(), aside);

        assertThat(prune(ALL)).singleElement().asString().contains("is just being made or removed");
        assertThat(before.goes()).isTrue();
        assertThat(this.<Boolean>with(pruning -> pruning.removeBranch(before))).isFalse();
        assertThat(snapper.list()).hasSize(1);
    }

    private static long deadProcess() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
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
