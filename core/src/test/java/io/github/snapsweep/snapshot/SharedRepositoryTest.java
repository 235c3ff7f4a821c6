package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.git.SharedPermissions;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group shares a repository, see core.sharedRepository in git-config(1): what one has made is not another's to change. */
class SharedRepositoryTest {

    private static final String OTHER = "nobody";

    @TempDir
    Path temporary;

    private GitFixture git;
    private Snapper snapper;
    private Snapshot snapshot;

    @BeforeEach
    void a_snapshot() {
        git = GitFixture.in(temporary.resolve("sim"), "--shared=group")
                .write("a.txt", "one\n")
                .commit("first")
                .write("a.txt", "edited\n");
        snapper = Snapper.of(git);
        snapshot = snapper.create().snapshot();
    }

    @Test
    void all_of_them_may_make_snapshots_and_worktrees() throws IOException {
        snapper.obtain(snapshot);

        for (String folder : List.of(".git/snapsweep", ".git/worktrees")) {
            assertThat(Files.getPosixFilePermissions(git.path(folder)))
                    .as(folder)
                    .contains(PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE);
        }
    }

    @Test
    void what_has_its_permissions_already_is_not_given_them_again_since_its_owner_alone_may() throws IOException {
        Path log = git.path(".git/logs/" + snapshot.ref());
        Object before = Files.getAttribute(log, "unix:ctime");

        SharedPermissions.of("group").share(log);

        assertThat(Files.getAttribute(log, "unix:ctime")).isEqualTo(before);
    }

    @Test
    void another_ones_worktree_of_the_same_snapshot_is_left_to_him() throws IOException {
        Worktree his = snapper.obtain(snapshot).worktree();
        give(his.administration(), his.path());

        Worktree own = snapper.obtain(snapshot, "launch").worktree();

        assertThat(own.path()).hasFileName(snapshot.shortCommit() + "-2");
        assertThat(his.path().resolve("a.txt")).hasContent("edited");
    }

    @Test
    void another_ones_worktree_is_no_launchs_to_take_over() throws IOException {
        Worktree his = snapper.obtain(snapshot, "launch 1").worktree();
        give(his.administration(), his.path());
        git.write("a.txt", "edited again\n");

        Snapshot next = snapper.create().snapshot();
        try (GitRepository repository = GitRepository.containing(git.root())) {
            new Worktrees(repository, snapper.worktrees(), snapper.host(), Optional.of(launch -> false))
                    .obtain(next, snapper.linkedPaths(), Optional.of("launch 2"));
        }

        assertThat(his.path().resolve("a.txt")).hasContent("edited");
    }

    @Test
    void another_ones_worktree_that_is_gone_is_forgotten_by_him() throws IOException {
        Worktree his = snapper.obtain(snapshot).worktree();
        GitFixture.at(his.path()).delete("");
        give(his.administration());

        assertThat(look()).isEmpty();
        snapper.<Boolean>with(worktrees -> {
            worktrees.tidy();
            return true;
        });

        assertThat(his.administration()).isDirectory();
    }

    @Test
    void another_ones_worktree_is_not_pruned() throws IOException {
        Worktree his = snapper.obtain(snapshot).worktree();
        give(his.administration(), his.path());

        assertThat(plan()).singleElement().satisfies(decision -> {
            assertThat(decision.goes()).isFalse();
            assertThat(decision.why()).isEqualTo("its worktree " + his.path() + " is another user's: " + OTHER);
        });
    }

    @Test
    void a_snapshot_stays_when_another_one_has_a_worktree_of_it_where_nobody_else_may_look() throws IOException {
        Worktree his = snapper.obtain(snapshot).worktree();
        Files.delete(his.path().resolve(".git")); // as far as anybody else can see
        give(his.administration(), his.path());

        assertThat(plan()).singleElement().satisfies(decision -> {
            assertThat(decision.goes()).isFalse();
            assertThat(decision.why())
                    .isEqualTo("its worktree " + his.path() + " is another user's, who lets nobody in");
        });
    }

    @Test
    void a_snapshot_goes_when_another_one_has_deleted_his_worktree_of_it() throws IOException {
        Worktree his = snapper.obtain(snapshot).worktree();
        GitFixture.at(his.path()).delete("");
        give(his.administration());

        assertThat(plan())
                .singleElement()
                .satisfies(decision -> assertThat(decision.goes()).isTrue());
    }

    @Test
    void no_worktree_is_made_where_another_ones_was_before_he_has_forgotten_it() throws IOException {
        Worktree his = snapper.obtain(snapshot).worktree();
        GitFixture.at(his.path()).delete("");
        give(his.administration());

        Worktree own = snapper.obtain(snapshot).worktree();
        git.git("worktree", "prune", "--expire=now");

        assertThat(GitFixture.at(own.path()).git("status", "--porcelain")).isEmpty();
    }

    private List<PruneDecision> plan() {
        try (GitRepository repository = GitRepository.containing(git.root())) {
            return new Pruning(
                            new Snapshots(repository, new SnapshotNames("refs/heads/", "slurm-job")),
                            new Worktrees(repository, snapper.worktrees(), snapper.host()),
                            launch -> false,
                            SnapshotUse.NONE,
                            Clock.fixed(Snapper.NOW, ZoneOffset.UTC))
                    .plan(new PruneRules(Optional.of(0), Optional.empty(), git.root()));
        }
    }

    private List<Ailment> look() throws IOException {
        try (GitRepository repository = GitRepository.containing(git.root())) {
            return new WorktreeCheckup(repository, snapper.worktrees(), snapper.host(), launch -> false).look();
        }
    }

    private static void give(Path... folders) throws IOException {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root may give files away");
        var other = FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(OTHER);
        for (Path folder : folders) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.toList()) {
                    Files.setAttribute(path, "posix:owner", other, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }
}
