package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.fixture.Fingerprint;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.problem.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is edited in a submodule becomes a commit of its own there, and the snapshot points to it. */
class SubmoduleCaptureTest {

    private static final String REF = "refs/heads/slurm-job-20261123-142233";

    @TempDir
    Path temporary;

    private GitFixture git;
    private GitFixture library;

    @BeforeEach
    void a_repository_with_a_submodule() {
        git = GitFixture.in(temporary.resolve("repository"))
                .write("a.txt", "one\n")
                .commit("first");
        CaptureParityTest.withSubmodule(git);
        library = GitFixture.at(git.path("library"));
    }

    @Test
    void edits_in_it_are_captured_in_it() {
        library.write("lib.txt", "edited\n").write("new.txt", "new\n").delete("inner/x.txt");

        Snapshot snapshot = Snapper.of(git).create().snapshot();

        String commit = git.git("rev-parse", snapshot.ref() + ":library");
        assertThat(library.git("rev-parse", REF)).isEqualTo(commit);
        assertThat(library.git("rev-parse", commit + "^")).isEqualTo(library.git("rev-parse", "HEAD"));
        assertThat(library.git("rev-parse", commit + "^{tree}")).isEqualTo(library.tree());
        library.fsck();
        git.fsck();
    }

    @Test
    void nothing_of_the_users_changes_in_it() {
        library.write("lib.txt", "edited\n").stage("lib.txt").write("lib.txt", "edited again\n");
        Fingerprint before = library.fingerprint();

        Snapper.of(git).create();

        assertThat(library.fingerprint().without(REF)).isEqualTo(before);
    }

    @Test
    void the_worktree_has_them() {
        library.write("lib.txt", "edited\n").write("new.txt", "new\n");
        Snapper snapper = Snapper.of(git);

        Path worktree = snapper.obtain(snapper.create().snapshot()).worktree().path();

        assertThat(worktree.resolve("library/lib.txt")).hasContent("edited");
        assertThat(worktree.resolve("library/new.txt")).hasContent("new");
    }

    @Test
    void the_same_edits_are_the_same_snapshot() {
        library.write("lib.txt", "edited\n");
        Snapper snapper = Snapper.of(git);
        Snapshot first = snapper.create().snapshot();

        CreatedSnapshot second = snapper.at(Snapper.NOW.plusSeconds(60)).create();

        assertThat(second.reused()).isTrue();
        assertThat(second.snapshot().commit()).isEqualTo(first.commit());
        assertThat(library.git("for-each-ref", "refs/heads/slurm-job-*")).hasLineCount(1);
    }

    @Test
    void a_submodule_in_a_submodule_is_captured_too() {
        GitFixture deep = GitFixture.in(temporary.resolve("deep"))
                .write("d.txt", "deep\n")
                .commit("deep");
        library.then("submodule", "-q", "add", deep.root().toString(), "deep").commit("with another");
        git.commit("moved");
        GitFixture inner = GitFixture.at(library.path("deep")).write("d.txt", "edited\n");

        Snapshot snapshot = Snapper.of(git).create().snapshot();

        String middle = git.git("rev-parse", snapshot.ref() + ":library");
        String innermost = library.git("rev-parse", middle + ":deep");
        assertThat(inner.git("show", innermost + ":d.txt")).isEqualTo("edited");
        assertThat(inner.git("rev-parse", REF)).isEqualTo(innermost);
    }

    @Test
    void a_snapshot_that_is_refused_leaves_no_branch_in_it() {
        library.write("lib.txt", "edited\n");
        git.then("branch", "slurm-job");

        assertThatThrownBy(() -> Snapper.of(git).named("slurm-job/x").create()).isInstanceOf(Problem.class);

        assertThat(library.git("for-each-ref", "refs/heads/slurm-job*")).isEmpty();
        assertThat(git.git("for-each-ref", "refs/heads/slurm-job/*")).isEmpty();
    }
}
