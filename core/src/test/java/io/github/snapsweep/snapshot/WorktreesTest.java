package io.github.snapsweep.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.fixture.Fingerprint;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot's worktree is a linked worktree like any other, to git and to its user. */
class WorktreesTest {

    @TempDir
    Path temporary;

    private GitFixture git;
    private Snapper snapper;
    private Snapshot snapshot;

    @BeforeEach
    void a_snapshot_of_edits() {
        git = GitFixture.in(temporary.resolve("repository"))
                .write("a.txt", "one\n")
                .write("src/b.txt", "two\n")
                .write("src/with blank/größe.txt", "three\n")
                .write("run.sh", "#!/bin/sh\n")
                .executable("run.sh")
                .link("link", "src/b.txt")
                .link("dangling", "no/such/file")
                .write("empty", "")
                .commit("first")
                .write("a.txt", "edited\n")
                .write("new.txt", "new\n");
        snapper = Snapper.of(git);
        snapshot = snapper.create().snapshot();
    }

    // git's view

    @Test
    void git_lists_it_finds_it_clean_and_at_the_snapshot() {
        GitFixture worktree = obtained(snapper, snapshot);

        assertThat(git.git("worktree", "list", "--porcelain"))
                .contains("worktree " + worktree.root() + "\nHEAD " + snapshot.commit() + "\ndetached")
                .doesNotContain("locked", "prunable");
        assertThat(worktree.git("status", "--porcelain")).isEmpty();
        assertThat(worktree.git("rev-parse", "HEAD^{tree}")).isEqualTo(snapshot.tree());
        assertThat(worktree.tree()).isEqualTo(snapshot.tree());
        git.fsck();
    }

    @Test
    void its_files_modes_and_links_are_the_snapshots() throws IOException {
        GitFixture worktree = obtained(snapper, snapshot);

        // an empty index makes git read every file
        worktree.then("read-tree", "--empty")
                .then("read-tree", snapshot.commit())
                .then("diff", "--quiet");
        assertThat(worktree.path("a.txt")).hasContent("edited\n");
        assertThat(worktree.path("src/with blank/größe.txt")).hasContent("three\n");
        assertThat(worktree.path("run.sh")).isExecutable();
        assertThat(Files.isExecutable(worktree.path("a.txt"))).isFalse();
        assertThat(Files.readSymbolicLink(worktree.path("link"))).isEqualTo(Path.of("src/b.txt"));
        assertThat(Files.readSymbolicLink(worktree.path("dangling"))).isEqualTo(Path.of("no/such/file"));
    }

    @Test
    void making_it_changes_nothing_of_the_users_but_the_folders_that_links_lead_to() {
        Fingerprint before = git.fingerprint();

        snapper.obtain(snapshot);

        Fingerprint after = git.fingerprint();
        assertThat(after.lines()).containsAllEntriesOf(before.lines());
        assertThat(after.lines().keySet().stream()
                        .filter(name -> !before.lines().containsKey(name)))
                .containsExactly("file .slurm", "file multirun", "file outputs");
    }

    @Test
    void git_removes_it_without_force_where_no_gitignore_hides_the_links() {
        GitFixture worktree = obtained(snapper, snapshot);

        git.then("worktree", "remove", worktree.root().toString());

        assertThat(worktree.root()).doesNotExist();
        assertThat(git.path("outputs")).isDirectory();
    }

    @Test
    void git_removes_it_without_force_where_a_gitignore_names_the_folders() {
        git.write(".gitignore", "outputs\nmultirun\n.slurm\n");
        GitFixture worktree = obtained(snapper, snapper.create().snapshot());

        assertThat(worktree.git("status", "--porcelain")).isEmpty();
        git.then("worktree", "remove", worktree.root().toString());
    }

    @Test
    void a_gitignore_with_slashes_does_not_hide_the_links_and_yet_it_is_clean_to_us() {
        git.write(".gitignore", "outputs/\nmultirun/\n.slurm/\n");
        ObtainedWorktree obtained = snapper.obtain(snapper.create().snapshot());

        assertThat(snapper.<Boolean>with(worktrees -> worktrees.isClean(obtained.worktree())))
                .isTrue();
    }

    @Test
    void git_moves_and_repairs_it() {
        GitFixture worktree = obtained(snapper, snapshot);
        Path elsewhere = temporary.resolve("elsewhere");

        git.then("worktree", "move", worktree.root().toString(), elsewhere.toString());

        assertThat(GitFixture.at(elsewhere).git("status", "--porcelain")).isEmpty();
    }

    // links

    @Test
    void what_is_written_under_the_links_lands_in_the_users_tree() throws IOException {
        GitFixture worktree = obtained(snapper, snapshot);

        worktree.write("outputs/today/result.txt", "42\n")
                .write(".slurm/x", "1")
                .write("multirun/y", "2");

        assertThat(git.path("outputs/today/result.txt")).hasContent("42\n");
        assertThat(git.path(".slurm/x")).exists();
        assertThat(git.path("multirun/y")).exists();
        assertThat(Files.readSymbolicLink(worktree.path("outputs"))).isEqualTo(git.path("outputs"));
    }

    @Test
    void links_may_lie_deep_and_their_parents_are_made() {
        Snapper deep = snapper.linking("data/out/runs");
        GitFixture worktree = obtained(deep, deep.create().snapshot());

        worktree.write("data/out/runs/x", "1");

        assertThat(git.path("data/out/runs/x")).exists();
        assertThat(worktree.git("status", "--porcelain")).isEmpty();
    }

    @Test
    void in_a_sub_folder_the_links_lie_there() {
        Snapper inFolder = snapper.from("src");
        GitFixture worktree = obtained(inFolder, inFolder.create().snapshot());

        worktree.write("src/outputs/x", "1");

        assertThat(git.path("src/outputs/x")).exists();
        assertThat(worktree.path("outputs")).doesNotExist();
        assertThat(worktree.git("status", "--porcelain")).isEmpty();
    }

    @Test
    void removing_keeps_what_the_links_lead_to() {
        ObtainedWorktree obtained = snapper.obtain(snapshot);
        git.write("outputs/result.txt", "42\n");

        assertThat(snapper.<Boolean>with(worktrees -> worktrees.remove(obtained.worktree())))
                .isTrue();

        assertThat(obtained.worktree().path()).doesNotExist();
        assertThat(obtained.worktree().administration()).doesNotExist();
        assertThat(git.path("outputs/result.txt")).hasContent("42\n");
        assertThat(snapper.<List<Worktree>>with(Worktrees::list)).isEmpty();
        git.fsck();
    }

    // again

    @Test
    void obtained_twice_it_is_the_same_one() {
        ObtainedWorktree first = snapper.obtain(snapshot);
        ObtainedWorktree second = snapper.obtain(snapshot);

        assertThat(first.made()).isTrue();
        assertThat(second.made()).isFalse();
        assertThat(second.worktree()).isEqualTo(first.worktree());
        assertThat(snapper.<List<Worktree>>with(Worktrees::list)).containsExactly(first.worktree());
    }

    @Test
    void one_with_edits_is_not_used_again() {
        ObtainedWorktree first = snapper.obtain(snapshot);
        GitFixture.at(first.worktree().path()).write("a.txt", "edited in the worktree\n");

        ObtainedWorktree second = snapper.obtain(snapshot);

        assertThat(second.made()).isTrue();
        assertThat(second.worktree().path()).hasFileName(snapshot.shortCommit() + "-2");
        assertThat(first.worktree().path().resolve("a.txt")).hasContent("edited in the worktree\n");
        assertThat(second.worktree().path().resolve("a.txt")).hasContent("edited\n");
    }

    @Test
    void one_with_a_file_of_its_own_is_not_used_again() {
        ObtainedWorktree first = snapper.obtain(snapshot);
        GitFixture.at(first.worktree().path()).write("src/core.1234", "dumped\n");

        assertThat(snapper.obtain(snapshot).made()).isTrue();
    }

    @Test
    void one_that_was_moved_to_another_commit_is_not_used_again() {
        ObtainedWorktree first = snapper.obtain(snapshot);
        GitFixture.at(first.worktree().path()).then("checkout", "-q", "main^{commit}");

        assertThat(snapper.obtain(snapshot).made()).isTrue();
    }

    @Test
    void one_that_was_deleted_by_hand_is_made_again() {
        ObtainedWorktree first = snapper.obtain(snapshot);
        GitFixture.at(first.worktree().path()).delete("");

        ObtainedWorktree second = snapper.obtain(snapshot);

        assertThat(second.worktree().path()).isEqualTo(first.worktree().path());
        assertThat(second.made()).isTrue();
        assertThat(git.git("worktree", "list", "--porcelain")).doesNotContain("prunable");
    }

    @Test
    void a_folder_in_the_way_is_left_alone() {
        Path taken = snapper.worktrees().resolve(snapshot.shortCommit());
        GitFixture.at(temporary).write(temporary.relativize(taken).resolve("x").toString(), "theirs");

        assertThat(snapper.obtain(snapshot).worktree().path()).hasFileName(snapshot.shortCommit() + "-2");
        assertThat(taken.resolve("x")).hasContent("theirs");
    }

    @RepeatedTest(4)
    void several_at_once_get_the_same_one() {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<ObtainedWorktree>> all = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> snapper.obtain(snapshot, "launch-" + i), pool))
                    .toList();
            assertThat(all.stream()
                            .map(CompletableFuture::join)
                            .map(obtained -> obtained.worktree().path()))
                    .containsOnly(snapper.worktrees().resolve(snapshot.shortCommit()));
        } finally {
            pool.shutdownNow();
        }
        assertThat(snapper.<List<Worktree>>with(Worktrees::list))
                .singleElement()
                .satisfies(worktree -> assertThat(worktree.launches())
                        .containsExactlyInAnyOrder("launch-0", "launch-1", "launch-2", "launch-3"));
    }

    // locks

    @Test
    void a_launch_locks_it_and_git_tells_which() {
        ObtainedWorktree obtained = snapper.obtain(snapshot, "20261123-142233-sweep");
        Path path = obtained.worktree().path();

        assertThat(git.git("worktree", "list", "--porcelain")).contains("locked 20261123-142233-sweep");
        assertThat(git.succeeds("worktree", "remove", path.toString())).isFalse();
        assertThat(snapper.<Boolean>with(worktrees -> worktrees.remove(obtained.worktree())))
                .isFalse();
        assertThat(path.resolve("a.txt")).exists();
    }

    @Test
    void it_stays_locked_until_its_last_launch_is_released() {
        snapper.obtain(snapshot, "one");
        Worktree worktree = snapper.obtain(snapshot, "two").worktree();
        assertThat(worktree.launches()).containsExactly("one", "two");

        release(worktree, "one");
        assertThat(git.git("worktree", "list", "--porcelain")).contains("locked two");

        release(worktree, "two");
        assertThat(git.git("worktree", "list", "--porcelain")).doesNotContain("locked");
        git.then("worktree", "remove", worktree.path().toString());
    }

    @Test
    void a_lock_of_the_users_own_is_kept() {
        Worktree worktree = snapper.obtain(snapshot).worktree();
        git.then(
                "worktree", "lock", "--reason", "looking at it", worktree.path().toString());

        snapper.obtain(snapshot, "launch");
        release(worktree, "launch");

        assertThat(git.git("worktree", "list", "--porcelain")).contains("locked looking at it");
    }

    // what was left half done

    @Test
    void what_a_dead_process_left_half_made_is_cleaned_up() throws Exception {
        Path unfinished = snapper.worktrees().resolve(".half.tmp");
        Files.createDirectories(unfinished.resolve("src"));
        Path administration = claimed("half", deadProcess(), unfinished);

        snapper.obtain(snapshot);

        assertThat(unfinished).doesNotExist();
        assertThat(administration).doesNotExist();
    }

    @Test
    void what_a_living_process_or_another_host_is_making_is_left_alone() throws Exception {
        Path unfinished = snapper.worktrees().resolve(".half.tmp");
        Files.createDirectories(unfinished);
        Path ours = claimed("alive", ProcessHandle.current().pid(), unfinished);
        Path theirs = claimed("elsewhere", deadProcess(), unfinished);
        Files.writeString(
                theirs.resolve("locked"), "snapsweep is at work: process 1 on node17, folder " + unfinished + "\n");

        snapper.obtain(snapshot);

        assertThat(List.of(unfinished, ours, theirs))
                .allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void a_worktree_that_was_whole_when_its_maker_died_is_used() throws Exception {
        Worktree worktree = snapper.obtain(snapshot).worktree();
        Files.writeString(
                worktree.administration().resolve("locked"),
                "snapsweep is at work: process " + deadProcess() + " on login1, folder "
                        + snapper.worktrees().resolve(".gone.tmp") + "\n");

        ObtainedWorktree again = snapper.obtain(snapshot);

        assertThat(again.made()).isFalse();
        assertThat(again.worktree()).isEqualTo(worktree);
        assertThat(git.git("worktree", "list", "--porcelain")).doesNotContain("locked");
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_said_and_nothing_is_left() {
        git.write("../in-the-way", "a file\n");
        Path folder = temporary.resolve("in-the-way/worktrees");

        assertThatThrownBy(() -> snapper.obtainIn(folder, snapshot))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("No worktree can be made in " + folder + ": ");
        assertThat(git.path(".git/worktrees")).doesNotExist();
    }

    @Test
    void one_that_cannot_be_finished_leaves_nothing() throws IOException {
        String tree = git.git("rev-parse", snapshot.ref() + ":src");
        Path object = git.path(".git/objects/" + tree.substring(0, 2) + "/" + tree.substring(2));
        Files.delete(object);

        assertThatThrownBy(() -> snapper.obtain(snapshot))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(
                        "The worktree " + snapper.worktrees().resolve(snapshot.shortCommit()) + " could not be made: ");
        assertThat(git.path(".git/worktrees")).isEmptyDirectory();
        assertThat(snapper.worktrees()).doesNotExist();
    }

    // other repositories

    @Test
    void a_repository_may_be_reached_through_a_link() throws IOException {
        git.then("worktree", "add", "-q", "-b", "side", "../side");
        for (String folder : List.of("repository", "side")) {
            Path alias = Files.createSymbolicLink(temporary.resolve(folder + "-alias"), temporary.resolve(folder));
            GitFixture aliased =
                    GitFixture.at(alias).write("outputs/x", "left out\n").write("y", folder + "\n");
            Snapper of = Snapper.of(aliased);

            Snapshot taken = of.create().snapshot();
            GitFixture worktree = obtained(of, taken);

            assertThat(taken.tree()).isEqualTo(aliased.tree());
            assertThat(worktree.path("outputs/x")).hasContent("left out\n");
            assertThat(worktree.git("status", "--porcelain")).isEmpty();
            assertThat(of.obtain(taken).made()).isFalse();
        }
    }

    @Test
    void made_from_a_linked_worktree_it_outlives_that_one() {
        git.then("worktree", "add", "-q", "-b", "side", "../side");
        GitFixture side = GitFixture.at(temporary.resolve("side")).write("a.txt", "on the side\n");
        Snapper fromSide = Snapper.of(side).linking();
        Snapshot taken = fromSide.create().snapshot();
        GitFixture worktree = obtained(fromSide, taken);

        git.then("worktree", "remove", "--force", side.root().toString());

        assertThat(worktree.git("status", "--porcelain")).isEmpty();
        assertThat(worktree.path("a.txt")).hasContent("on the side\n");
        assertThat(worktree.commonDirectory()).isEqualTo(git.path(".git"));
    }

    @Test
    void worktrees_go_beside_the_main_work_tree_whichever_they_are_made_from() {
        git.then("worktree", "add", "-q", "-b", "side", "../deep/down/side");
        Path expected = temporary.resolve("repository.worktrees");

        for (Path start : List.of(git.root(), git.path("src"), temporary.resolve("deep/down/side"))) {
            try (GitRepository repository = GitRepository.containing(start)) {
                assertThat(WorktreeFolder.byDefault(repository)).isEqualTo(expected);
            }
        }
    }

    @Test
    void lines_end_as_the_configuration_says() throws IOException {
        git.config("core.autocrlf", "true")
                .write(".gitattributes", "*.sh eol=lf\n*.bin -text\n")
                .write("x.bin", "x\n");
        GitFixture worktree = obtained(snapper, snapper.create().snapshot());

        assertThat(Files.readString(worktree.path("a.txt"))).isEqualTo("edited\r\n");
        assertThat(Files.readString(worktree.path("run.sh"))).isEqualTo("#!/bin/sh\n");
        assertThat(Files.readString(worktree.path("x.bin"))).isEqualTo("x\n");
        assertThat(worktree.git("status", "--porcelain")).isEmpty();
        assertThat(snapper.obtain(snapper.create().snapshot()).made()).isFalse();
    }

    @Test
    void smudge_filters_run() throws IOException {
        git.config("filter.upper.clean", "tr a-z A-Z")
                .config("filter.upper.smudge", "tr A-Z a-z")
                .write(".gitattributes", "*.up filter=upper\n")
                .write("x.up", "text\n");
        GitFixture worktree = obtained(snapper, snapper.create().snapshot());

        assertThat(Files.readString(worktree.path("x.up"))).isEqualTo("text\n");
        assertThat(worktree.git("status", "--porcelain")).isEmpty();
    }

    @Test
    void the_files_of_submodules_are_there_and_edits_of_them_are_seen() {
        CaptureParityTest.withSubmodule(git);
        Snapshot taken = snapper.create().snapshot();
        GitFixture worktree = obtained(snapper, taken);

        assertThat(worktree.path("library/lib.txt")).hasContent("library\n");
        assertThat(worktree.path("library/inner/x.txt")).hasContent("inner\n");
        assertThat(worktree.git("status", "--porcelain")).isEmpty();
        assertThat(snapper.obtain(taken).made()).isFalse();
        worktree.write("library/inner/x.txt", "INNER\n");
        assertThat(snapper.obtain(taken).made()).isTrue();
    }

    @Test
    void a_submodule_whose_lines_end_otherwise_on_disk_is_no_edit() {
        CaptureParityTest.withSubmodule(git);
        GitFixture.at(git.path("library"))
                .write(".gitattributes", "*.txt text eol=crlf\n")
                .commit("lines");
        git.commit("with a submodule of today");
        Snapshot snapshot = snapper.create().snapshot();

        Path worktree = snapper.obtain(snapshot).worktree().path();

        assertThat(worktree.resolve("library/lib.txt")).hasBinaryContent("library\r\n".getBytes(UTF_8));
        assertThat(snapper.obtain(snapshot).made()).isFalse();
    }

    @Test
    void git_removes_one_with_a_submodules_files_without_force() {
        CaptureParityTest.withSubmodule(git);
        GitFixture worktree = obtained(snapper, snapper.create().snapshot());

        git.then("worktree", "remove", worktree.root().toString());
    }

    @Test
    void a_sparse_checkout_of_the_users_does_not_thin_it_out() {
        git.commit("all").then("sparse-checkout", "set", "--cone", "other");
        Snapshot taken = snapper.create().snapshot();
        GitFixture worktree = obtained(snapper, taken);

        assertThat(worktree.path("src/b.txt")).hasContent("two\n");
        assertThat(worktree.git("status", "--porcelain")).isEmpty();
    }

    @Test
    void a_snapshot_without_files_has_a_worktree_too() {
        GitFixture unborn = GitFixture.in(temporary.resolve("unborn"));
        Snapper of = Snapper.of(unborn);

        GitFixture worktree = obtained(of, of.create().snapshot());

        assertThat(worktree.git("status", "--porcelain")).isEmpty();
    }

    @Test
    void names_that_look_like_options_and_patterns_are_written() {
        git.write("-rf", "1").write("*", "2").write("tab\tand\nline", "3").write("back\\slash", "4");
        Snapshot taken = snapper.create().snapshot();

        assertThat(obtained(snapper, taken).git("status", "--porcelain")).isEmpty();
    }

    private static GitFixture obtained(Snapper snapper, Snapshot snapshot) {
        return GitFixture.at(snapper.obtain(snapshot).worktree().path());
    }

    private void release(Worktree worktree, String launch) {
        snapper.with(worktrees -> {
            worktrees.release(worktree, launch);
            return worktrees;
        });
    }

    @Test
    void oneThatCannotHaveItsLinksIsNotLockedForALaunchThatNeverWas() throws Exception {
        Worktree made = snapper.obtain(snapshot).worktree();
        Files.createDirectories(made.path().resolve("results")); // nothing of git's: a folder without files
        Snapper linking = snapper.linking("results");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> linking.obtain(snapshot, "launch 1"))
                .withMessageContaining("is to be a link to your own folder");

        assertThat(made.administration().resolve("locked")).doesNotExist();
    }

    @Test
    void whoIsInOneIsGivenAnotherAndMaySubmitNothingThere() {
        Worktree made = snapper.obtain(snapshot).worktree();

        try (GitRepository inside = GitRepository.containing(made.path())) {
            Worktrees worktrees = new Worktrees(inside, snapper.worktrees(), snapper.host());
            LinkedPaths linked = new LinkedPaths(made.path(), List.of());
            assertThat(worktrees
                            .obtain(snapshot, linked, Optional.empty())
                            .worktree()
                            .path())
                    .hasFileName(snapshot.shortCommit() + "-2");
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(worktrees::requireLastingTree)
                    .withMessageContaining("Submit in the tree that it was made from: " + git.root());
        }
        try (GitRepository main = GitRepository.containing(git.root())) {
            new Worktrees(main, snapper.worktrees(), snapper.host()).requireLastingTree();
        }
    }

    /** An administration folder as a process leaves it that was killed while it made a worktree. */
    private Path claimed(String name, long process, Path unfinished) throws IOException {
        Path folder = Files.createDirectories(git.path(".git/worktrees").resolve(name));
        Files.writeString(
                folder.resolve("locked"),
                "snapsweep is at work: process " + process + " on login1, folder " + unfinished + "\n");
        Files.writeString(folder.resolve("snapsweep"), "1\n");
        Files.writeString(folder.resolve("commondir"), "../..\n");
        Files.writeString(folder.resolve("gitdir"), snapper.worktrees().resolve(name + "/.git") + "\n");
        Files.writeString(folder.resolve("HEAD"), snapshot.commit() + "\n");
        return folder;
    }

    private static long deadProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }
}
