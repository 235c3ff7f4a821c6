package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.fixture.Fingerprint;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.SystemCommandRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A verification holds wherever the capture is what git would do, and names what is not. */
class VerificationTest {

    private static final String PARITY = "io.github.snapsweep.snapshot.CaptureParityTest#";

    @TempDir
    Path temporary;

    private GitFixture git;
    private UntrackedRules rules = Snapper.NO_LIMITS;
    private Consumer<Proof> told = proof -> {};

    @BeforeEach
    void repository() {
        git = GitFixture.in(temporary.resolve("repository"))
                .write("a.txt", "one\n")
                .write("src/b.txt", "two\n")
                .write("src/deep/c.txt", "three\n")
                .write("run.sh", "#!/bin/sh\n")
                .executable("run.sh")
                .link("link", "a.txt")
                .commit("first")
                .settle();
    }

    private List<Proof> verify(Optional<Snapshot> snapshot) {
        Snapper snapper = Snapper.of(git).with(rules);
        SnapshotNames names = new SnapshotNames("refs/heads/", "slurm-job");
        SnapshotRequest request =
                new SnapshotRequest(names, snapper.linkedPaths(), snapper.rules(), true, Isolated.host());
        try (GitRepository repository = GitRepository.containing(git.root());
                Scratch scratch = Scratch.beside(temporary.resolve("worktrees"), repository, snapper.host())) {
            UserGit own = new UserGit(repository, new SystemCommandRunner(), Isolated.host());
            Worktrees worktrees = new Worktrees(repository, snapper.worktrees(), snapper.host());
            return new Verification(repository, own, request, told).run(snapshot, worktrees, scratch);
        }
    }

    private static List<String> failed(List<Proof> proofs) {
        return proofs.stream()
                .filter(proof -> !proof.holds())
                .map(proof -> proof.claim() + " " + proof.exceptions())
                .toList();
    }

    @ParameterizedTest
    @MethodSource({
        PARITY + "edits",
        PARITY + "modesAndLinks",
        "names",
        PARITY + "ignoring",
        "conversions",
        PARITY + "repositories",
        PARITY + "submodules"
    })
    void all_proofs_hold_and_nothing_of_the_users_changes(UnaryOperator<GitFixture> edits) {
        git = edits.apply(git);
        Fingerprint before = git.fingerprint();

        List<Proof> proofs = verify(Optional.empty());

        assertThat(failed(proofs)).isEmpty();
        assertThat(proofs).hasSize(4);
        assertThat(git.fingerprint()).isEqualTo(before);
        assertThat(temporary.resolve("worktrees")).doesNotExist();
    }

    static Stream<Arguments> names() {
        return CaptureParityTest.names();
    }

    /** What is no round trip has tests of its own. */
    static Stream<Arguments> conversions() {
        return CaptureParityTest.conversions()
                .filter(each -> Stream.of("told the file's name", "ident and working-tree-encoding")
                        .noneMatch(each.toString()::contains));
    }

    @Test
    void what_could_be_captured_only_because_it_did_not_change_is_found() {
        git.write("x.id", "$Id$\n")
                .commit("file")
                .write(".gitattributes", "*.id ident\n")
                .commit("attribute")
                .settle();

        assertThat(failed(verify(Optional.empty())))
                .singleElement()
                .asString()
                .contains("checked out and captured again", "x.id has the git attribute 'ident'");
    }

    @Test
    void a_filter_that_takes_what_it_made_for_something_else_is_found() {
        git.config("filter.named.clean", "echo %f; cat")
                .write(".gitattributes", "*.up filter=named\n")
                .write("x.up", "");

        List<Proof> proofs = verify(Optional.empty());

        assertThat(failed(proofs)).containsExactly("checked out and captured again, it is the same tree [x.up]");
        assertThat(proofs.get(2).detail()).contains("git check-attr -a PATH");
    }

    @Test
    void what_git_was_told_not_to_look_at_is_compared_all_the_same() {
        git.then("update-index", "--assume-unchanged", "a.txt")
                .then("update-index", "--skip-worktree", "src/b.txt")
                .write("a.txt", "edited\n")
                .write("src/b.txt", "edited\n");

        assertThat(failed(verify(Optional.empty()))).isEmpty();
    }

    @Test
    void what_settings_leave_out_is_left_out_of_both() {
        rules = new UntrackedRules(
                Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, false, List.of("*.tmp", "/big[1]/"));
        git.write("x.tmp", "1")
                .write("src/y.tmp", "2")
                .write("big1/x", "3")
                .write("src/big1/x", "4")
                .write("multirun/1/x", "5")
                .write("weird[*]?.tmp", "6");

        List<Proof> proofs = verify(Optional.empty());

        assertThat(failed(proofs)).isEmpty();
        assertThat(proofs.get(0).detail()).startsWith("1 untracked");
    }

    @Test
    void a_worktree_inside_the_repository_is_left_out_of_both() {
        git.then("worktree", "add", "-q", "--detach", "inside");

        assertThat(failed(verify(Optional.empty()))).isEmpty();
    }

    @Test
    void files_of_submodules_are_left_out_and_named() {
        CaptureParityTest.withSubmodule(git);

        assertThat(verify(Optional.empty()).get(2).detail()).isEqualTo("without the files of submodules: library");
    }

    @Test
    void edits_in_a_submodule_are_told_apart_from_what_is_wrong() {
        CaptureParityTest.withSubmodule(git);
        git.write("library/lib.txt", "edited in the submodule\n");

        List<Proof> proofs = verify(Optional.empty());

        assertThat(failed(proofs)).isEmpty();
        assertThat(proofs.get(1).detail()).endsWith(", which has the edits in submodules too: library");
    }

    @Test
    void a_file_that_changes_meanwhile_is_named() {
        told = proof -> {
            if (proof.claim().startsWith("what is on disk")) {
                git.write("a.txt", "edited meanwhile\n").write("new.txt", "new");
            }
        };

        assertThat(failed(verify(Optional.empty())))
                .containsExactly(
                        "git add -A makes the same tree of it [a.txt, new.txt]",
                        "index, HEAD, configuration, references and files are as they were [a.txt, new.txt]");
    }

    @Test
    void what_changes_in_the_repository_meanwhile_is_named() {
        told = proof -> git.then("update-ref", "refs/heads/other", "HEAD").config("a.b", "c");

        assertThat(failed(verify(Optional.empty())))
                .containsExactly("index, HEAD, configuration, references and files are as they were"
                        + " [refs/heads/other, the configuration]");
    }

    @Test
    void a_snapshot_and_its_worktree_are_whole() {
        git.write("a.txt", "edited\n");
        Snapper snapper = Snapper.of(git);
        Snapshot snapshot = snapper.create().snapshot();
        Path worktree = snapper.obtain(snapshot).worktree().path();

        List<Proof> proofs = verify(Optional.of(snapshot));

        assertThat(failed(proofs)).isEmpty();
        assertThat(proofs)
                .extracting(Proof::claim)
                .contains(
                        "all objects of slurm-job-20261123-142233 are there",
                        "the worktree " + worktree + " holds the snapshot and nothing else");
    }

    @Test
    void a_snapshot_without_one_of_its_objects_is_found() throws Exception {
        String lost = git.git("rev-parse", "HEAD:a.txt");
        git.write("a.txt", "two\n").commit("second").write("a.txt", "edited\n");
        Snapshot snapshot = Snapper.of(git).create().snapshot();
        Files.delete(git.path(".git/objects/" + lost.substring(0, 2) + "/" + lost.substring(2)));

        assertThat(failed(verify(Optional.of(snapshot))))
                .singleElement()
                .asString()
                .startsWith("all objects of slurm-job-20261123-142233 are there")
                .contains(lost);
    }

    @Test
    void a_worktree_with_other_work_in_it_is_found() throws Exception {
        git.write("a.txt", "edited\n");
        Snapper snapper = Snapper.of(git);
        Snapshot snapshot = snapper.create().snapshot();
        Path worktree = snapper.obtain(snapshot).worktree().path();
        Files.writeString(worktree.resolve("a.txt"), "worked on\n");

        assertThat(failed(verify(Optional.of(snapshot))))
                .singleElement()
                .asString()
                .startsWith("the worktree " + worktree);
    }

    @Test
    void what_cannot_be_captured_is_refused_as_when_it_is_captured() {
        GitFixture.in(git.path("embedded")).write("x", "1").commit("other");
        Fingerprint before = git.fingerprint();

        assertThatThrownBy(() -> verify(Optional.empty()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("embedded is a git repository of its own");

        assertThat(git.fingerprint()).isEqualTo(before);
        assertThat(temporary.resolve("worktrees")).doesNotExist();
    }

    @Test
    void every_proof_is_told_as_it_is_made() {
        List<Proof> all = new ArrayList<>();
        told = all::add;

        assertThat(verify(Optional.empty())).isEqualTo(all);
    }
}
