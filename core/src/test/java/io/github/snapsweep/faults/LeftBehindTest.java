package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.launch.LaunchRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A submit that is killed when all is made but the record: a snapshot, a worktree that is locked for a launch that will
 * never be, and a folder of that launch. Whatever is run next finds it.
 */
@Tag("faults")
class LeftBehindTest {

    @TempDir
    Path temporary;

    private Scene scene;

    @BeforeEach
    void a_submit_that_was_killed_before_its_record() throws IOException, InterruptedException {
        scene = Scene.in(temporary).edit("traced");
        Path trace = temporary.resolve("trace");
        submit(trace, "trace=rename");
        int record =
                Injection.possible(Trace.calls(trace), "launch.json").get(0).which();
        scene.run(Deed.PRUNE, Map.of("snapshot.keepLast", "0", "snapshot.launches", "outputs"));
        scene.edit("killed");

        submit(trace, "trace=rename", "inject=rename:signal=KILL:when=" + record);

        assertThat(locks()).hasSize(1);
        assertThat(Files.readString(locks().get(0))).startsWith("launch sim-");
        assertThat(launches()).hasSize(1);
        assertThat(launches().get(0).resolve("launch.json")).doesNotExist();
        Tally.add("kills survived, before a launch is written down", 1);
    }

    private void submit(Path trace, String... expressions) throws IOException, InterruptedException {
        try (OwnProcess process =
                scene.start(Deed.SUBMIT, Victim.SUBMIT.properties(), Strace.into(trace, expressions))) {
            assertThat(process.end()).as(process::said).isIn(0, 137);
        }
    }

    private List<Path> locks() {
        return Scene.children(scene.git.path(".git/worktrees")).stream()
                .map(administration -> administration.resolve("locked"))
                .filter(Files::exists)
                .toList();
    }

    private List<Path> launches() {
        return Scene.children(scene.git.path(".slurm")).stream()
                .filter(path -> path.getFileName().toString().startsWith("sim-"))
                .toList();
    }

    @Test
    void the_doctor_says_it_and_takes_it_back() throws IOException {
        scene.run(Deed.DOCTOR, Map.of());

        assertThat(scene.said)
                .anyMatch(line -> line.contains("is locked by a launch that is over"))
                .anyMatch(line -> line.contains("died before it was written down"));

        scene.run(Deed.DOCTOR, Map.of("snapshot.fix", "true"));

        assertThat(locks()).isEmpty();
        assertThat(launches()).isEmpty();
        scene.said.clear();
        scene.run(Deed.DOCTOR, Map.of());
        assertThat(scene.said).contains("nothing is wrong here");
    }

    @Test
    void pruning_removes_all_of_it() throws IOException {
        scene.run(Deed.PRUNE, Victim.PRUNE.properties());

        assertThat(scene.git.git("branch", "--format=%(refname:short)")).isEqualTo("main");
        assertThat(scene.worktrees()).doesNotExist();
        assertThat(launches()).isEmpty();
        scene.assertTidy();
    }

    @Test
    void the_next_submit_of_the_same_has_its_snapshot_and_worktree() throws IOException {
        Path worktree = Scene.children(scene.worktrees()).get(0);

        LaunchRecord made = (LaunchRecord) scene.run(Deed.SUBMIT, Victim.SUBMIT.properties());

        assertThat(made.code().worktree()).isEqualTo(worktree);
        assertThat(scene.git.git("branch", "--format=%(refname:short)")).hasLineCount(2);
    }

    @Test
    void the_next_submit_of_something_else_takes_its_worktree_over() throws IOException {
        scene.edit("next");

        scene.run(Deed.SUBMIT, Victim.SUBMIT.properties());

        assertThat(Scene.children(scene.worktrees())).hasSize(1);
        assertThat(locks()).isEmpty();
    }
}
