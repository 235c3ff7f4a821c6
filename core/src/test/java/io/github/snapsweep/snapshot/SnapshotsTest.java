package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.fixture.Fingerprint;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.problem.SnapshotProblems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {

    @TempDir
    Path temporary;

    private GitFixture git;
    private Snapper snapper;

    @BeforeEach
    void one_commit() {
        git = GitFixture.in(temporary.resolve("repository"))
                .write("a.txt", "one\n")
                .write("sub/b.txt", "two\n")
                .commit("first");
        snapper = Snapper.of(git);
    }

    // what is on disk

    @Test
    void edits_of_files_assumed_unchanged_are_captured() {
        git.then("update-index", "--assume-unchanged", "a.txt").write("a.txt", "edited\n");
        Fingerprint before = git.fingerprint();

        CreatedSnapshot created = snapper.create();

        Snapshot snapshot = created.snapshot();
        assertThat(created.contents().warnings())
                .containsExactly("a.txt is edited though git assumes it unchanged: the edit is captured");

        assertThat(git.git("show", snapshot.ref() + ":a.txt")).isEqualTo("edited");
        assertThat(git.fingerprint().without(snapshot.ref())).isEqualTo(before);
        assertThat(snapshot.tree())
                .isEqualTo(git.then("update-index", "--no-assume-unchanged", "a.txt")
                        .tree());
    }

    @Test
    void edits_of_files_marked_skip_worktree_are_captured() {
        git.then("update-index", "--skip-worktree", "a.txt").write("a.txt", "edited\n");
        Fingerprint before = git.fingerprint();

        Snapshot snapshot = snapper.create().snapshot();

        assertThat(git.git("show", snapshot.ref() + ":a.txt")).isEqualTo("edited");
        assertThat(git.fingerprint().without(snapshot.ref())).isEqualTo(before);
        assertThat(snapshot.tree())
                .isEqualTo(
                        git.then("update-index", "--no-skip-worktree", "a.txt").tree());
    }

    @Test
    void an_edit_of_the_same_size_whose_time_was_put_back_is_captured() {
        git.settle();
        git.run(Map.of(), "sh", "-c", "touch -r a.txt ../time; printf 'ONE\\n' > a.txt; touch -r ../time a.txt");

        assertThat(git.git("show", snapper.create().snapshot().ref() + ":a.txt"))
                .isEqualTo("ONE");
    }

    @Test
    void an_edit_right_after_the_index_was_written_is_captured() {
        for (int i = 0; i < 5; i++) {
            git.write("a.txt", "as" + i + "\n").stage("a.txt").write("a.txt", "is" + i + "\n");

            assertThat(git.git("show", snapper.create().snapshot().ref() + ":a.txt"))
                    .isEqualTo("is" + i);
        }
    }

    @Test
    void a_goal_run_in_a_sub_folder_captures_the_whole_repository_and_leaves_its_own_outputs_out() {
        git.write("a.txt", "edited\n")
                .write("sub/outputs/x", "left out\n")
                .write("sub/new.txt", "new\n")
                .write("outputs/x", "not linked here\n");

        Snapshot snapshot = snapper.from("sub").create().snapshot();

        assertThat(snapshot.tree()).isEqualTo(git.treeWithout("sub/outputs", "sub/multirun", "sub/.slurm"));
    }

    @Test
    void the_users_own_files_of_ignored_names_and_attributes_count() {
        git.write("../repository.home/.config/git/ignore", "*.swp\n")
                .write("../repository.home/.config/git/attributes", "*.txt text\n")
                .write("x.swp", "1")
                .write("x.txt", "one\r\n");
        System.setProperty(
                Snapper.USER_CONFIGURATION,
                temporary.resolve("repository.home/.config").toString());
        try {
            assertThat(snapper.create().snapshot().tree()).isEqualTo(git.tree());
        } finally {
            System.clearProperty(Snapper.USER_CONFIGURATION);
        }
    }

    @Test
    @Timeout(20)
    void fifos_are_skipped_and_named() {
        git.run(Map.of(), "mkfifo", "pipe", "sub/pipe");
        Fingerprint before = git.fingerprint();

        CreatedSnapshot created = snapper.create();

        assertThat(created.contents().skipped())
                .containsExactly(
                        "pipe (neither a file, a folder nor a link)", "sub/pipe (neither a file, a folder nor a link)");
        assertThat(created.snapshot().tree()).isEqualTo(git.git("rev-parse", "HEAD^{tree}"));
        assertThat(git.fingerprint().without(created.snapshot().ref())).isEqualTo(before);
    }

    @Test
    @Timeout(20)
    void a_fifo_in_the_place_of_a_tracked_file_is_skipped_and_named() {
        git.delete("a.txt").run(Map.of(), "mkfifo", "a.txt");

        CreatedSnapshot created = snapper.create();

        assertThat(created.contents().skipped()).containsExactly("a.txt (neither a file, a folder nor a link)");
        assertThat(created.contents().deleted()).containsExactly("a.txt");
    }

    @Test
    void a_linked_worktree_inside_the_repository_is_skipped_and_named() {
        git.then("worktree", "add", "-q", "--detach", "trees/one");

        CreatedSnapshot created = snapper.create();

        assertThat(created.contents().skipped()).containsExactly("trees/one (a linked worktree of this repository)");
        assertThat(created.snapshot().tree()).isEqualTo(git.git("rev-parse", "HEAD^{tree}"));
    }

    @Test
    void what_a_snapshot_holds_is_told() {
        git.write("a.txt", "edited\n")
                .delete("sub/b.txt")
                .write("staged.txt", "12345")
                .stage("staged.txt")
                .write("untracked.txt", "123");

        Contents contents = snapper.create().contents();

        assertThat(contents.changed()).containsExactly("a.txt");
        assertThat(contents.added()).containsExactly("staged.txt");
        assertThat(contents.untracked()).containsExactly("untracked.txt");
        assertThat(contents.deleted()).containsExactly("sub/b.txt");
        assertThat(contents.bytes()).isEqualTo(7 + 5 + 3);
        assertThat(contents.summary()).isEqualTo("1 changed, 1 added, 1 untracked, 1 deleted, 15 B");
    }

    // the commit

    @Test
    void a_clean_tree_gives_the_base_commit_itself() {
        Snapshot snapshot = snapper.create().snapshot();

        assertThat(git.git("rev-parse", snapshot.ref()))
                .isEqualTo(git.git("rev-parse", "HEAD"))
                .isEqualTo(snapshot.commit());
        assertThat(snapshot.base()).contains(snapshot.commit());
    }

    @Test
    void the_commit_has_head_for_its_parent_a_fixed_identity_and_says_where_it_comes_from() {
        git.then("checkout", "-q", "-b", "feature/x").write("a.txt", "edited\n");
        String head = git.git("rev-parse", "HEAD");

        Snapshot snapshot = snapper.create().snapshot();

        assertThat(git.git("log", "-1", "--format=%P|%an <%ae> %aI|%cn <%ce> %cI|%s", snapshot.ref()))
                .isEqualTo(head + "|Snapsweep <snapsweep@localhost> 2026-11-23T14:22:33+00:00"
                        + "|Snapsweep <snapsweep@localhost> 2026-11-23T14:22:33+00:00"
                        + "|Snapshot of feature/x at " + head.substring(0, 12));
        assertThat(git.git("log", "-1", "--format=%(trailers:only)", snapshot.ref())
                        .lines())
                .containsExactly(
                        "Snapsweep-Base: " + head,
                        "Snapsweep-Branch: feature/x",
                        "Snapsweep-Host: login1",
                        "Snapsweep-Version: " + Version.current());
        assertThat(snapshot)
                .isEqualTo(new Snapshot(
                        "refs/heads/slurm-job-20261123-142233",
                        git.git("rev-parse", snapshot.ref()),
                        git.git("rev-parse", snapshot.ref() + "^{tree}"),
                        Optional.of(head),
                        "feature/x",
                        Snapper.NOW));
    }

    @Test
    void without_a_commit_yet_the_snapshot_has_no_parent() {
        GitFixture unborn = GitFixture.in(temporary.resolve("unborn")).write("a.txt", "one\n");

        Snapshot snapshot = Snapper.of(unborn).create().snapshot();

        assertThat(snapshot.base()).isEmpty();
        assertThat(unborn.git("log", "--format=%P|%s", snapshot.ref()))
                .isEqualTo("|Snapshot of main, which has no commit yet");
        assertThat(unborn.succeeds("rev-parse", "--verify", "-q", "HEAD")).isFalse();
        assertThat(Snapper.of(unborn).list()).containsExactly(snapshot);
    }

    @Test
    void no_hook_runs_and_no_signature_is_asked_for() {
        for (String hook : List.of(
                "reference-transaction",
                "pre-commit",
                "post-commit",
                "commit-msg",
                "post-checkout",
                "post-index-change")) {
            git.hook(hook, "touch '" + temporary.resolve("hook-ran") + "'");
        }
        git.write("a.txt", "edited\n");
        git.run(Map.of(), "sh", "-c", "git config commit.gpgSign true; rm -f ../hook-ran");
        Snapshot snapshot = snapper.create().snapshot();

        snapper.obtain(snapshot);

        assertThat(temporary.resolve("hook-ran")).doesNotExist();
    }

    // names

    @Test
    void names_tell_the_second_in_utc_and_count_on_a_tie() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            git.write("a.txt", "edit " + i + "\n");
            names.add(snapper.create().snapshot().name());
        }

        assertThat(names)
                .containsExactly(
                        "slurm-job-20261123-142233", "slurm-job-20261123-142233-2", "slurm-job-20261123-142233-3");
    }

    @Test
    void a_name_that_somebody_else_has_is_left_alone() {
        git.then("branch", "slurm-job-20261123-142233").write("a.txt", "edited\n");
        String theirs = git.git("rev-parse", "slurm-job-20261123-142233");

        assertThat(snapper.create().snapshot().name()).isEqualTo("slurm-job-20261123-142233-2");
        assertThat(git.git("rev-parse", "slurm-job-20261123-142233")).isEqualTo(theirs);
    }

    @Test
    void a_name_is_taken_though_its_branch_is_packed() {
        git.then("branch", "slurm-job-20261123-142233")
                .then("pack-refs", "--all")
                .write("a.txt", "edited\n");

        assertThat(snapper.create().snapshot().name()).isEqualTo("slurm-job-20261123-142233-2");
    }

    @Test
    void a_prefix_may_have_folders() {
        Snapshot snapshot = snapper.named("jobs/ada").create().snapshot();

        assertThat(snapshot.ref()).isEqualTo("refs/heads/jobs/ada-20261123-142233");
        assertThat(git.git("branch", "--list", "jobs/*")).contains("jobs/ada-20261123-142233");
    }

    // the same again, and all of them

    @Test
    void the_same_tree_and_base_give_the_same_snapshot_back() {
        git.write("a.txt", "edited\n");
        CreatedSnapshot first = snapper.create();

        CreatedSnapshot second =
                snapper.at(Snapper.NOW.plus(Duration.ofHours(1))).create();

        assertThat(first.reused()).isFalse();
        assertThat(second.reused()).isTrue();
        assertThat(second.snapshot()).isEqualTo(first.snapshot());
        assertThat(second.contents()).isEqualTo(first.contents());
    }

    @Test
    void a_snapshot_of_a_clean_tree_is_given_back_too() {
        CreatedSnapshot first = snapper.create();

        CreatedSnapshot second =
                snapper.at(Snapper.NOW.plus(Duration.ofHours(1))).create();

        assertThat(second.reused()).isTrue();
        assertThat(second.snapshot().ref()).isEqualTo(first.snapshot().ref());
    }

    @Test
    void the_same_tree_on_another_base_is_another_snapshot() {
        git.write("a.txt", "edited\n");
        Snapshot before = snapper.create().snapshot();
        git.commit("edited");

        CreatedSnapshot after = snapper.create();

        assertThat(after.reused()).isFalse();
        assertThat(after.snapshot().tree()).isEqualTo(before.tree());
        assertThat(after.snapshot().commit()).isEqualTo(git.git("rev-parse", "HEAD"));
    }

    @Test
    void without_reuse_each_is_its_own() {
        git.write("a.txt", "edited\n");
        String first = snapper.create().snapshot().ref();

        assertThat(snapper.withoutReuse().create().snapshot().ref()).isEqualTo(first + "-2");
    }

    @Test
    void all_are_listed_newest_first_and_only_those_that_this_tool_made() {
        git.write("a.txt", "older\n");
        Snapshot older = snapper.create().snapshot();
        git.write("a.txt", "newer\n");
        Snapshot newer = snapper.at(Snapper.NOW.plusSeconds(1)).create().snapshot();
        git.then("branch", "slurm-job-20200101-000000").then("branch", "slurm-job-mine");

        assertThat(snapper.list()).containsExactly(newer, older);
    }

    @Test
    void one_is_found_by_name_by_commit_or_as_the_latest() {
        git.write("a.txt", "edited\n");
        Snapshot snapshot = snapper.create().snapshot();
        try (GitRepository repository = GitRepository.containing(git.root())) {
            Snapshots snapshots = new Snapshots(repository, new SnapshotNames("refs/heads/", "slurm-job"));

            assertThat(List.of(
                            snapshots.find("latest"),
                            snapshots.find(snapshot.name()),
                            snapshots.find(snapshot.ref()),
                            snapshots.find(snapshot.shortCommit())))
                    .containsOnly(snapshot);
            assertThatThrownBy(() -> snapshots.find("no-such"))
                    .hasMessage(SnapshotProblems.unknownSnapshot("no-such", List.of(snapshot.name()))
                            .getMessage());
        }
    }

    @Test
    void one_is_deleted_unless_somebody_moved_its_branch() {
        git.write("a.txt", "edited\n");
        Snapshot snapshot = snapper.create().snapshot();
        try (GitRepository repository = GitRepository.containing(git.root())) {
            Snapshots snapshots = new Snapshots(repository, new SnapshotNames("refs/heads/", "slurm-job"));
            git.then("update-ref", snapshot.ref(), "HEAD");
            assertThat(snapshots.delete(snapshot)).isFalse();
            git.then("update-ref", snapshot.ref(), snapshot.commit());
            assertThat(snapshots.delete(snapshot)).isTrue();
        }
        assertThat(git.succeeds("rev-parse", "-q", "--verify", snapshot.ref())).isFalse();
        assertThat(Files.exists(git.path(".git/logs/" + snapshot.ref()))).isFalse();
        git.fsck();
    }
}
