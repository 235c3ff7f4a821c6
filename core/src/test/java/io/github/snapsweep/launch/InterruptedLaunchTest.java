package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.Sources;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.process.SystemCommandRunner;
import io.github.snapsweep.progress.ShownProgress;
import io.github.snapsweep.progress.StepDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a launch on this machine that is interrupted, as by Ctrl-C. */
@Timeout(60)
class InterruptedLaunchTest {

    @TempDir
    Path folder;

    private Path project;

    /** Its worktrees lie beside it. */
    @BeforeEach
    void begin() throws IOException {
        project = Files.createDirectory(folder.resolve("project"));
    }

    @Test
    void whileItsTasksRunItIsNamedAndHowToGoOn() throws Exception {
        String said = interrupted(Map.of("slurm.command", "bash -c 'touch \"$0\"; sleep 50' " + begun()));

        String launch = launch();
        assertThat(said)
                .isEqualTo("Launch " + launch + " was interrupted: tasks of it that ran on this machine were ended.\n"
                        + "  mvn slurm:status -Dslurm.launch=" + launch + "  shows what became of them,\n"
                        + "  mvn slurm:retry -Dslurm.launch=" + launch + "  runs what did not end.");
    }

    @Test
    void whileItIsBuiltNothingOfItIsLeftToGoOnWith() throws Exception {
        GitFixture.in(project).write("code", "one").commit("first");

        String said = interrupted(Map.of("slurm.command", "true", "slurm.build", "touch " + begun() + "; sleep 50"));

        assertThat(said)
                .isEqualTo("The launch of sim was interrupted while it was made: none of its tasks ran.\n"
                        + "  Make it again:  mvn slurm:submit");
    }

    private Path begun() {
        return folder.resolve("begun");
    }

    /** The message of a launch that is interrupted as soon as something of it runs. */
    private String interrupted(Map<String, String> settings) throws Exception {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread maven = new Thread(() -> {
            try {
                end.complete(new AssertionError("it ended well: " + submit(settings)));
            } catch (Throwable e) {
                end.complete(e);
            }
        });
        maven.start();
        while (!Files.exists(begun()) && !end.isDone()) {
            Thread.sleep(10);
        }
        maven.interrupt();
        assertThat(end.get()).isInstanceOf(Problem.class);
        return String.valueOf(end.get().getMessage());
    }

    private LaunchRecord submit(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("slurm.executor", "local");
        all.put("snapshot.enabled", String.valueOf(settings.containsKey("slurm.build")));
        Configuration configuration = Configuration.read(new Sources(Map.of(), all, project, "slurm"));
        LaunchRequest.Surroundings surroundings = new LaunchRequest.Surroundings(
                Host.current(), new SystemCommandRunner(), new ShownProgress(line -> {}, line -> {}, StepDisplay.NONE));
        return new Submit(new LaunchRequest(project, "sim", configuration, (main, built) -> List.of(), surroundings))
                .run();
    }

    private String launch() throws IOException {
        try (Stream<Path> launches = Files.list(project.resolve(".slurm"))) {
            return launches.map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> name.startsWith("sim-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
