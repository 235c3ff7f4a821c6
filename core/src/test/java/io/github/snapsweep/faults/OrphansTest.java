package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.snapsweep.launch.LaunchFolder;
import io.github.snapsweep.launch.LaunchStates;
import io.github.snapsweep.launch.LaunchStatus;
import io.github.snapsweep.launch.TaskState;
import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks of this machine that outlived the Maven that started them, or begin when it is gone already: each runs once. */
class OrphansTest {

    private static final int ROUNDS = 6;
    private static final int TASKS = ROUNDS + 2;
    private static final String RETRY_OF = "slurm.tasks";

    @TempDir
    Path temporary;

    private Scene scene;
    private LaunchFolder launch;

    /** Its first task runs on until it is told to end; the others were not begun. */
    @BeforeEach
    void a_launch_whose_maven_was_killed() throws Exception {
        scene = Scene.in(temporary).with("SCENE", temporary.toString());
        Files.writeString(temporary.resolve("busy"), "");
        try (OwnProcess maven = scene.start(
                Deed.SUBMIT,
                Map.of(
                        "slurm.executor",
                        "local",
                        "slurm.parallelism",
                        "1",
                        "snapshot.enabled",
                        "false",
                        "slurm.sweep",
                        "x=range(" + TASKS + ")",
                        "slurm.script",
                        "echo run >>\"$SNAPSWEEP_OUTPUT/runs\"\n"
                                + "until [[ $SNAPSWEEP_TASK != 0 || ! -e $SCENE/busy ]]; do sleep 0.05; done"))) {
            maven.awaitReady();
            while (!Files.exists(temporary.resolve("sim/.slurm")) || !isRunning()) {
                Thread.sleep(20);
            }
            maven.killAfter(0);
        }
        launch = LaunchFolder.require(scene.git.root(), "latest");
    }

    @AfterEach
    void end() throws IOException {
        Files.deleteIfExists(temporary.resolve("busy"));
    }

    private boolean isRunning() throws IOException {
        for (LaunchFolder folder : LaunchFolder.all(scene.git.root())) {
            if (Files.exists(folder.output(0, TASKS).resolve("runs"))) {
                return true;
            }
        }
        return false;
    }

    private void retry(int task) {
        scene.run(
                Deed.RETRY,
                Map.of(RETRY_OF, String.valueOf(task), "slurm.states", "running,failed,cancelled,not-submitted"));
    }

    private ProcessBuilder orphan(int task) {
        ProcessBuilder builder = new ProcessBuilder("bash", launch.script().toString(), String.valueOf(task), "0", "1")
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("orphan." + task).toFile());
        builder.environment().putAll(scene.environment());
        return builder;
    }

    private void assertRanOnce(int task) {
        assertThat(launch.output(task, TASKS).resolve("runs")).hasContent("run");
    }

    @Test
    void a_task_that_runs_on_is_not_retried_until_it_has_ended() throws Exception {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> retry(0)).withMessageContaining("have not ended");

        Files.delete(temporary.resolve("busy"));
        while (states().tasks().get(0).state() != TaskState.COMPLETED) {
            Thread.sleep(20);
        }
        scene.run(Deed.RETRY, Map.of());

        for (int task = 0; task < TASKS; task++) {
            assertRanOnce(task);
        }
        Tally.add("tasks of killed launches retried", TASKS);
    }

    @Test
    void a_task_that_begins_after_a_retry_has_looked_does_not_run() throws Exception {
        Deed.RETRY.in(scene.git.root(), Map.of(RETRY_OF, "1"), scene.host(), line -> {
            if (line.startsWith("retrying")) {
                begin(1);
            }
        });

        assertThat(temporary.resolve("orphan.1"))
                .content()
                .contains("task 1 does not run: its part of the launch was given up");
        assertRanOnce(1);
        Tally.add("tasks of killed launches retried", 1);
    }

    /** Runs it to its end. */
    private void begin(int task) {
        try {
            orphan(task).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_task_that_begins_at_any_moment_of_a_retry_runs_once() throws Exception {
        Random chance = Chance.of("orphans");
        for (int task = 1; task <= ROUNDS; task++) {
            Files.deleteIfExists(launch.path().resolve("parts/0.given-up")); // of the round before
            Process late = late(task, chance.nextInt(100));
            try {
                retry(task);
            } catch (Problem e) {
                assertThat(e).hasMessageContaining("have not ended");
            }
            late.waitFor();
            retry(task); // there is nothing to retry where it was run
            assertRanOnce(task);
        }
        Tally.add("tasks of killed launches retried", ROUNDS);
    }

    /** An orphan that begins so many milliseconds from now. */
    private Process late(int task, int milliseconds) throws IOException {
        ProcessBuilder builder = orphan(task);
        builder.command()
                .addAll(
                        0,
                        List.of(
                                "bash",
                                "-c",
                                "sleep 0." + (1000 + milliseconds + "").substring(1) + "; exec \"$@\"",
                                "it"));
        return builder.start();
    }

    private LaunchStatus states() {
        return LaunchStates.of(scene.git.root(), Deed.surroundings(scene.host(), scene.said::add))
                .of(launch);
    }
}
