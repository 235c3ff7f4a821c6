package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.snapsweep.fixture.GitFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A launch takes over the worktree of an earlier one that has ended, and only what differs is written. */
class WorktreeTakeoverTest {

    @TempDir
    Path temporary;

    private GitFixture git;
    private Snapper snapper;
    private Worktree earlier;

    @BeforeEach
    void the_worktree_of_a_launch_that_has_ended() {
        git = GitFixture.in(temporary.resolve("repository"))
                .write("a.txt", "one\n")
                .write("src/b.txt", "two\n")
                .write("src/deep/c.txt", "three\n")
                .write("run.sh", "#!/bin/sh\n")
                .executable("run.sh")
                .link("link", "a.txt")
                .write(".gitignore", "*.log\n")
                .commit("first");
        snapper = Snapper.of(git);
        git.write("a.txt", "edited\n");
        earlier = snapper.obtain(snapper.create().snapshot(), "launch 1").worktree();
        release("launch 1");
    }

    @ParameterizedTest
    @MethodSource("edits")
    void it_becomes_what_the_next_snapshot_holds(Consumer<GitFixture> edits) {
        edits.accept(git);
        Snapshot next = snapper.create().snapshot();

        Worktree taken = snapper.obtain(next, "launch 2").worktree();

        GitFixture worktree = GitFixture.at(taken.path());
        assertThat(earlier.path()).doesNotExist();
        assertThat(taken.administration()).isEqualTo(earlier.administration());
        assertThat(worktree.git("rev-parse", "HEAD")).isEqualTo(next.commit());
        assertThat(worktree.git("write-tree")).isEqualTo(next.tree());
        assertThat(worktree.tree()).isEqualTo(next.tree());
        assertThat(worktree.git("diff-files")).as("its index, not refreshed").isEmpty();
        assertThat(worktree.git("status", "--porcelain", "--untracked-files=no"))
                .isEmpty();
        assertThat(git.git("worktree", "list")).hasLineCount(2);
        assertThat(git.git("worktree", "list", "--porcelain")).contains("locked launch 2");
        assertThat(taken.path().resolve("outputs")).isSymbolicLink();
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                edit("another edit", git -> git.write("a.txt", "edited again\n")),
                edit("new files in new folders", git -> git.write("new/folder/x.txt", "new\n")),
                edit("a folder deleted", git -> git.delete("src")),
                edit("a file becomes a folder", git -> git.delete("a.txt").write("a.txt/x", "x\n")),
                edit("a folder becomes a file", git -> git.delete("src").write("src", "file\n")),
                edit("a folder becomes a link", git -> git.move("src", "source").link("src", "source")),
                edit("a link led elsewhere", git -> git.delete("link").link("link", "src//b.txt")),
                edit("modes", git -> git.plain("run.sh").executable("a.txt")),
                edit("an output folder's own .gitignore", git -> git.write("sub/.gitignore", "x\n")),
                edit(
                        "everything at once",
                        git -> git.delete("src/deep")
                                .write("src/deep", "file\n")
                                .move("a.txt", "b.txt")
                                .write(".gitignore", "*.tmp\n")));
    }

    @Test
    void what_is_the_same_is_not_written() throws IOException {
        Object file = identity(earlier.path().resolve("src/deep/c.txt"));
        git.write("a.txt", "edited again\n");

        Worktree taken = snapper.obtain(snapper.create().snapshot(), "launch 2").worktree();

        assertThat(identity(taken.path().resolve("src/deep/c.txt"))).isEqualTo(file);
    }

    @Test
    void one_that_a_launch_needs_stays() {
        snapper.obtain(snapper.list().get(0), "launch 3");

        assertStays();
    }

    @Test
    void one_whose_launch_has_ended_goes_though_it_is_locked_still() {
        Snapshot first = snapper.list().get(0);
        snapper.obtain(first, "launch 1");
        git.write("a.txt", "edited again\n");
        Snapshot next = snapper.create().snapshot();

        try (GitRepository repository = GitRepository.containing(git.root())) {
            new Worktrees(
                            repository,
                            snapper.worktrees(),
                            snapper.host(),
                            Optional.of(launch -> !launch.equals("launch 1")))
                    .obtain(next, snapper.linkedPaths(), Optional.of("launch 2"));
        }

        assertThat(earlier.path()).doesNotExist();
    }

    @Test
    void one_with_an_edit_stays() throws IOException {
        Files.writeString(earlier.path().resolve("src/b.txt"), "mine\n");

        assertStays();
    }

    @Test
    void one_with_a_file_that_git_ignores_stays() throws IOException {
        Files.writeString(earlier.path().resolve("build.log"), "a build was here\n");

        assertStays();
    }

    @Test
    void one_that_was_asked_for_by_hand_stays() {
        git.write("a.txt", "by hand\n");
        Worktree byHand = snapper.obtain(snapper.create().snapshot()).worktree();
        git.write("a.txt", "edited again\n");

        snapper.obtain(snapper.at(Snapper.NOW.plusSeconds(9)).create().snapshot(), "launch 2");

        assertThat(byHand.path()).isDirectory();
    }

    @Test
    void one_that_somebody_moved_to_another_commit_stays() {
        GitFixture.at(earlier.path()).then("checkout", "-q", "--detach", "main");

        assertStays();
    }

    @Test
    void none_is_taken_without_reuse() {
        git.write("a.txt", "edited again\n");

        try (GitRepository repository = GitRepository.containing(git.root())) {
            new Worktrees(repository, snapper.worktrees(), snapper.host(), Optional.empty())
                    .obtain(snapper.create().snapshot(), snapper.linkedPaths(), Optional.of("launch 2"));
        }

        assertThat(earlier.path()).isDirectory();
    }

    private void assertStays() {
        git.write("a.txt", "edited again\n");

        snapper.obtain(snapper.create().snapshot(), "launch 2");

        assertThat(earlier.path()).isDirectory();
        assertThat(git.git("worktree", "list")).hasLineCount(3);
    }

    private void release(String launch) {
        snapper.with(worktrees -> {
            worktrees.release(earlier, launch);
            return launch;
        });
    }

    private static Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private static Arguments edit(String name, Consumer<GitFixture> edits) {
        return argumentSet(name, edits);
    }
}
