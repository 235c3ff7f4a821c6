package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.snapsweep.launch.SnapshotResult;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees, links and locks that somebody made to lead elsewhere: nothing outside is written, deleted or run. */
class HostileTreesTest {

    private static final Map<String, String> ALL_GO = Map.of("snapshot.keepLast", "0");

    @TempDir
    Path temporary;

    private Path outside;
    private Scene scene;

    @BeforeEach
    void something_outside() throws IOException {
        outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "precious\n");
        scene = Scene.in(temporary);
    }

    private void assertNothingHappenedOutside() {
        assertThat(Scene.children(outside)).containsExactly(outside.resolve("precious"));
        assertThat(outside.resolve("precious")).hasContent("precious");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".git", ".GIT", "."})
    void a_tree_with_a_name_that_leads_elsewhere_gets_no_worktree(String name) throws IOException {
        SnapshotResult made = (SnapshotResult) scene.run(Deed.CREATE, Map.of());
        String blob = scene.git.git("rev-parse", made.commit() + ":code.txt");
        Path line = Files.writeString(temporary.resolve("line"), "100644 blob " + blob + "\tevil\n");
        String inner = scene.git.run(Map.of(), "sh", "-c", "git mktree <" + line);
        Files.writeString(line, "040000 tree " + inner + "\t" + name + "\n");
        String tree = scene.git.run(Map.of(), "sh", "-c", "git mktree <" + line);
        String message = scene.git.git("log", "-1", "--format=%B", made.commit());
        String commit = scene.git.run(
                Map.of("GIT_COMMITTER_EMAIL", scene.git.git("log", "-1", "--format=%ce", made.commit())),
                "git",
                "commit-tree",
                "-p",
                "HEAD",
                "-m",
                message,
                tree);
        scene.git.then("update-ref", "refs/heads/" + made.name(), commit);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> scene.run(Deed.WORKTREE, Map.of()))
                .withMessageContaining("nvalid name '" + name + "'");

        assertThat(scene.git.path(".git/evil")).doesNotExist();
        assertThat(temporary.resolve("evil")).doesNotExist();
        assertThat(scene.worktrees()).doesNotExist();
        Tally.add("hostile inputs tried", 1);
    }

    @Test
    void no_link_is_made_through_a_link_of_the_snapshots_own() {
        scene.git.link("results", outside.toString());
        Map<String, String> settings = Map.of("snapshot.symlinkPaths", "results/deep");
        scene.run(Deed.CREATE, settings);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> scene.run(Deed.WORKTREE, settings))
                .withMessageContaining("is to be a link");

        assertNothingHappenedOutside();
        Tally.add("hostile inputs tried", 1);
    }

    @Test
    void a_worktree_in_whose_place_is_a_link_by_now_is_not_followed() throws IOException {
        scene.run(Deed.CREATE, Map.of());
        scene.run(Deed.WORKTREE, Map.of());
        Path worktree = Scene.children(scene.worktrees()).get(0);
        Path moved = Files.move(worktree, temporary.resolve("moved"));
        Files.createSymbolicLink(worktree, outside);
        Files.copy(moved.resolve(".git"), outside.resolve(".git"));

        scene.run(Deed.PRUNE, ALL_GO);

        Files.delete(outside.resolve(".git"));
        assertNothingHappenedOutside();
        Tally.add("hostile inputs tried", 1);
    }

    @Test
    void output_folders_that_are_links_are_the_users_own_and_keep_what_is_in_them() throws IOException {
        scene.git.link("outputs", outside.toString());
        scene.run(Deed.CREATE, Map.of());
        scene.run(Deed.WORKTREE, Map.of());

        scene.run(Deed.PRUNE, ALL_GO);

        assertNothingHappenedOutside();
        assertThat(scene.worktrees()).doesNotExist();
        Tally.add("hostile inputs tried", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s/precious"})
    void a_lock_that_names_another_folder_as_unfinished_deletes_nothing(String folder) throws IOException {
        scene.run(Deed.CREATE, Map.of());
        scene.run(Deed.WORKTREE, Map.of());
        Path administration = Scene.children(scene.git.path(".git/worktrees")).get(0);
        Files.writeString(
                administration.resolve("locked"),
                "snapsweep is at work: process 4194305 on " + Host.current().name() + ", folder "
                        + String.format(folder, outside) + "\n");

        scene.run(Deed.PRUNE, ALL_GO);

        assertNothingHappenedOutside();
        Tally.add("hostile inputs tried", 1);
    }

    @Test
    void what_a_dead_capture_is_said_to_have_kept_is_deleted_only_if_it_is_a_mark_of_a_pack() {
        String dead = ".git/snapsweep/4194305@" + Host.current().name() + "-" + UUID.randomUUID();
        scene.git.write(dead + "/kept", outside.resolve("precious").toString());

        scene.run(Deed.CREATE, Map.of());

        assertNothingHappenedOutside();
        Tally.add("hostile inputs tried", 1);
    }

    @Test
    void nothing_of_the_captured_tree_is_run_at_capture_but_what_git_would_run() throws IOException {
        Path ran = temporary.resolve("ran");
        String touch = "touch " + ran;
        for (String hook : new String[] {
            "pre-commit",
            "post-commit",
            "post-checkout",
            "post-index-change",
            "reference-transaction",
            "pre-push",
            "fsmonitor"
        }) {
            scene.git.hook(hook, touch);
        }
        scene.git
                .config("core.fsmonitor", scene.git.path(".git/hooks/fsmonitor").toString())
                .config("diff.evil.textconv", touch)
                .config("merge.evil.driver", touch)
                .write(".gitattributes", "* diff=evil merge=evil\n")
                .write(".lfsconfig", "[lfs]\n\turl = ext::sh -c " + touch + "\n")
                .write(".mvn/extensions.xml", "<extensions/>");
        Files.deleteIfExists(ran);

        scene.run(Deed.CREATE, Map.of());
        scene.run(Deed.WORKTREE, Map.of());

        assertThat(ran).doesNotExist();
        Tally.add("hostile inputs tried", 12);
    }
}
