package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.snapsweep.fixture.Fingerprint;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SnapshotProblems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be captured exactly is refused by name, and leaves nothing behind. */
class CaptureRefusalTest {

    @TempDir
    Path temporary;

    @Test
    void a_folder_in_no_repository() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("plain"));

        assertRefused(Snapper.of(GitFixture.at(folder)), SnapshotProblems.notARepository(folder));
    }

    @Test
    void a_bare_repository() {
        GitFixture git = GitFixture.in(temporary.resolve("bare.git"), "--bare");

        assertRefused(Snapper.of(git), SnapshotProblems.bareRepository(git.root()));
    }

    @Test
    void a_sha256_repository() {
        GitFixture git = GitFixture.in(temporary.resolve("repository"), "--object-format=sha256");

        assertRefused(Snapper.of(git), SnapshotProblems.objectFormat(git.root(), "sha256"));
    }

    @Test
    void a_repository_with_an_extension_that_is_not_known() {
        GitFixture git = base().config("core.repositoryformatversion", "1").config("extensions.refStorage", "reftable");

        assertThat(refusal(Snapper.of(git))).contains("extension 'refStorage = reftable'");
    }

    @Test
    void too_many_untracked_files() {
        GitFixture git = base().write("data/1", "").write("data/2", "").write("x", "");

        assertThat(refusal(
                        Snapper.of(git).with(new UntrackedRules(Long.MAX_VALUE, Long.MAX_VALUE, 2, false, List.of()))))
                .contains("3 untracked files", "2 in data/", "-Dsnapshot.maxFiles=");
        assertNoSnapshot(git);
    }

    @ParameterizedTest
    @MethodSource("indexes")
    void an_index_that_is_not_understood(Function<GitFixture, GitFixture> edits) {
        GitFixture git = edits.apply(base());

        assertThat(refusal(Snapper.of(git)))
                .startsWith("The index of " + git.root() + " cannot be read: ")
                .contains("git update-index --no-split-index", "git sparse-checkout reapply --no-sparse-index");
        assertNoSnapshot(git);
    }

    static Stream<Arguments> indexes() {
        return Stream.of(
                index("a split index", git -> git.then("update-index", "--split-index")),
                index(
                        "a sparse index",
                        git -> git.write("src/b.txt", "")
                                .write("other/c.txt", "")
                                .commit("more")
                                .then("sparse-checkout", "set", "--cone", "--sparse-index", "src")),
                index("a damaged index", git -> git.write(".git/index", "DIRC, not quite")),
                index("a short index", git -> git.write(".git/index", "DIRC")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_tree_with(Function<GitFixture, GitFixture> edits, Problem problem) {
        GitFixture git = edits.apply(base());
        Fingerprint before = git.fingerprint();
        UntrackedRules strict = new UntrackedRules(1000, 2500, Integer.MAX_VALUE, true, List.of());

        assertRefused(Snapper.of(git).with(strict), problem);

        assertThat(git.fingerprint()).isEqualTo(before);
        git.fsck();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "an embedded repository",
                        git -> embed(git, "vendor/other", true),
                        SnapshotProblems.embeddedRepository("vendor/other")),
                refusal(
                        "an embedded repository without a commit",
                        git -> embed(git, "other", false),
                        SnapshotProblems.embeddedRepository("other")),
                refusal(
                        "files in a submodule that is not checked out",
                        git -> CaptureParityTest.withSubmodule(git)
                                .delete("library")
                                .write("library/x.txt", "file\n"),
                        SnapshotProblems.submoduleNotCheckedOut("library")),
                refusal(
                        "'ident' on a changed file",
                        git -> git.write(".gitattributes", "*.txt ident\n").write("a.txt", "$Id: 12 $\n"),
                        SnapshotProblems.attribute("a.txt", "ident")),
                refusal(
                        "'working-tree-encoding' on a new file",
                        git -> git.write(".gitattributes", "*.u16 working-tree-encoding=UTF-16\n")
                                .write("x.u16", "x"),
                        SnapshotProblems.attribute("x.u16", "working-tree-encoding")),
                refusal(
                        "a filter that is a process",
                        git -> git.config("filter.x.process", "/nonexistent")
                                .write(".gitattributes", "*.up filter=x\n")
                                .write("x.up", "x"),
                        SnapshotProblems.filter("x.up", "x")),
                refusal(
                        "a required filter that is not set up",
                        git -> git.config("filter.x.required", "true")
                                .write(".gitattributes", "*.up filter=x\n")
                                .write("x.up", "x"),
                        SnapshotProblems.filter("x.up", "x")),
                refusal(
                        "tracked files under a linked folder",
                        git -> git.write("outputs/kept.txt", "1")
                                .write("outputs/sub/x", "2")
                                .commit("tracked"),
                        SnapshotProblems.trackedUnderLink(List.of("outputs/kept.txt", "outputs/sub/x"))),
                refusal(
                        "a tracked file in the place of a linked folder",
                        git -> git.write("multirun", "a file").commit("tracked"),
                        SnapshotProblems.trackedUnderLink(List.of("multirun"))),
                refusal(
                        "untracked secrets",
                        git -> git.write(".env", "TOKEN=1")
                                .write("keys/server.PEM", "1")
                                .write("keys/id_ed25519_work", "1")
                                .write("keys/id_map.csv", "public")
                                .write("keys/id_ed25519.pub", "public"),
                        SnapshotProblems.secrets(List.of(".env", "keys/id_ed25519_work", "keys/server.PEM"))),
                refusal(
                        "an untracked file that is too large",
                        git -> git.write("big", new byte[1025])
                                .write("bigger", new byte[2048])
                                .write("small", "1"),
                        SnapshotProblems.untrackedTooLarge("1000 B", List.of("2.0 KiB  bigger", "1.0 KiB  big"))),
                refusal(
                        "untracked files that are too large together",
                        git -> git.write("x", new byte[900])
                                .write("y", new byte[901])
                                .write("z", new byte[902]),
                        SnapshotProblems.untrackedTooLargeTogether(
                                "2.6 KiB", "2.4 KiB", List.of("902 B  z", "901 B  y", "900 B  x"))));
    }

    @Test
    void a_clean_filter_that_fails() {
        GitFixture git = base().config("filter.bad.clean", "echo no such key >&2; exit 3")
                .write(".gitattributes", "*.up filter=bad\n");
        git.write("x.up", "text\n");

        assertThat(refusal(Snapper.of(git)))
                .startsWith("The git filter of x.up failed: 'echo no such key >&2; exit 3' ended with 3: no such key");
        assertNoSnapshot(git);
    }

    @Test
    void what_is_left_out_with_a_folder_is_left_out_beside_a_tracked_file_too() {
        GitFixture git = base().write("data/kept.txt", "tracked").commit("more");
        git.write("data/big.bin", "1").write("data/sub/x", "2").write("new.txt", "3");
        UntrackedRules rules = new UntrackedRules(1000, 1000, Integer.MAX_VALUE, false, List.of("data/"));

        CreatedSnapshot created = Snapper.of(git).with(rules).create();

        assertThat(created.contents().untracked()).containsExactly("new.txt");
        assertThat(git.listing(created.snapshot().commit())).contains("data/kept.txt");
    }

    @Test
    void tracked_files_are_never_too_large_nor_secrets() {
        GitFixture git =
                base().write(".env", "TOKEN=1").write("big", new byte[5000]).stage();
        git.write("big", new byte[6000]).write(".env", "TOKEN=2");

        CreatedSnapshot created = Snapper.of(git)
                .with(new UntrackedRules(10, 10, Integer.MAX_VALUE, true, List.of()))
                .create();

        assertThat(created.snapshot().tree()).isEqualTo(git.tree());
    }

    @Test
    void what_is_excluded_by_a_setting_is_left_out_and_never_refused() {
        GitFixture git = base();
        String expected = git.tree();
        embed(git, "vendor/other", true).write(".env", "TOKEN=1").write("big.bin", new byte[5000]);

        CreatedSnapshot created = Snapper.of(git)
                .with(new UntrackedRules(
                        10, 10, Integer.MAX_VALUE, true, List.of("/vendor/", ".env", "*.bin", "a.txt")))
                .create();

        assertThat(created.snapshot().tree()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../outputs", "src/../..", "/scratch/outputs", ".git", ".git/outputs"})
    void a_linked_path_that_is_no_folder_inside_the_repository(String path) {
        assertRefused(
                Snapper.of(base()).linking(path),
                SnapshotProblems.linkedPath(Path.of(path).normalize()));
    }

    @Test
    void a_linked_path_above_the_project_is_fine_inside_the_repository() {
        GitFixture git = base().write("sub/b.txt", "two\n").write("outputs/x", "left out\n");

        Snapshot snapshot =
                Snapper.of(git).from("sub").linking("../outputs").create().snapshot();

        assertThat(snapshot.tree()).isEqualTo(git.treeWithout("outputs"));
    }

    @ParameterizedTest
    @MethodSource("prefixes")
    void a_prefix_that_git_forbids(String prefix) {
        assertRefused(Snapper.of(base()).named(prefix), SnapshotProblems.invalidPrefix(prefix));
    }

    static Stream<String> prefixes() {
        return Stream.of("with blank", "a..b", "a:b", "tilde~", "/slash", "back\\slash", "a//b", ".hidden", "x.lock/y");
    }

    @Test
    void a_branch_where_the_prefix_needs_a_folder() {
        GitFixture git = base().then("branch", "jobs");

        assertRefused(
                Snapper.of(git).named("jobs/run"),
                SnapshotProblems.conflictingRef("refs/heads/jobs/run-20261123-142233", List.of("refs/heads/jobs")));
    }

    @Test
    void a_folder_of_branches_where_the_snapshot_needs_its_name() {
        String taken = "slurm-job-20261123-142233/x";
        GitFixture git = base().then("branch", taken);

        assertRefused(
                Snapper.of(git),
                SnapshotProblems.conflictingRef(
                        "refs/heads/slurm-job-20261123-142233", List.of("refs/heads/" + taken)));
    }

    private GitFixture base() {
        return GitFixture.in(temporary.resolve("repository"))
                .write("a.txt", "one\n")
                .commit("first");
    }

    private static GitFixture embed(GitFixture git, String folder, boolean committed) {
        GitFixture other = GitFixture.in(git.path(folder)).write("x", "1");
        if (committed) {
            other.commit("other");
        }
        return git;
    }

    private static void assertRefused(Snapper snapper, Problem problem) {
        assertThat(refusal(snapper)).isEqualTo(problem.getMessage());
        if (problem.fault() == Problem.Fault.USER && Files.exists(snapper.git().path(".git"))) {
            assertNoSnapshot(snapper.git());
        }
    }

    private static String refusal(Snapper snapper) {
        Throwable thrown = catchThrowable(snapper::create);
        assertThat(thrown).isInstanceOf(Problem.class);
        return thrown.getMessage();
    }

    private static void assertNoSnapshot(GitFixture git) {
        assertThat(git.git("for-each-ref", "--format=%(refname)", "refs/heads/slurm-job-*"))
                .doesNotContainPattern("slurm-job-\\d{8}-\\d{6}(-\\d+)?$");
    }

    private static Arguments index(String name, Function<GitFixture, GitFixture> edits) {
        return argumentSet(name, edits);
    }

    private static Arguments refusal(String name, Function<GitFixture, GitFixture> edits, Problem problem) {
        return argumentSet(name, edits, problem);
    }
}
