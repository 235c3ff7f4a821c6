package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.Sources;
import io.github.snapsweep.fixture.LaunchFixture;
import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.progress.ShownProgress;
import io.github.snapsweep.progress.StepDisplay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which logs are shown, and what is said where there are none. */
class LogsTest {

    private static final String LAUNCH = "sim-20261123-142233";

    @TempDir
    Path project;

    private final List<String> said = new ArrayList<>();
    private final Printed printed = new Printed();

    /** Task 0 completed, task 1 failed, task 2 was cancelled. */
    @BeforeEach
    void launch() throws IOException {
        LaunchFixture launch = LaunchFixture.in(project);
        launch.task("{}").printed("well\n").ran(1, "n1", 5, 65, 0);
        launch.task("{}").printed("no licence\n").ran(1, "n1", 5, 65, 1);
        launch.task("{}").printed("epoch 1\n");
        launch.made();
    }

    private void show(Map<String, String> properties) {
        Configuration configuration = Configuration.read(new Sources(Map.of(), properties, project, "slurm"));
        Clock clock = Clock.fixed(LaunchFixture.BEGAN.plusSeconds(3600), ZoneOffset.UTC);
        LaunchRequest.Surroundings surroundings = new LaunchRequest.Surroundings(
                new Host(Map.of(), "here", "me", clock),
                command -> new Answer(command, 0, "", "", false),
                new ShownProgress(said::add, said::add, StepDisplay.NONE));
        new Logs(project, configuration.slurm(), surroundings, printed).show();
    }

    @Test
    void withoutAChoiceAllThatDidNotEndWellAreShown() {
        show(Map.of());
        assertThat(printed.text()).isEqualTo("no licence\nepoch 1\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeout         |     | no task of LAUNCH is timeout: 1 completed, 1 failed, 1 cancelled",
                "timeout,pending |     | no task of LAUNCH is pending or timeout: 1 completed, 1 failed, 1 cancelled",
                "not-submitted   |     | no task of LAUNCH is not submitted: 1 completed, 1 failed, 1 cancelled",
                "failed          | 0,2 | no task of LAUNCH among 0,2 is failed: 1 completed, 1 cancelled",
            })
    void whereNoTaskIsInTheStatesAskedForItIsSaidWhichThereAre(String states, String tasks, String line) {
        show(tasks == null ? Map.of("slurm.states", states) : Map.of("slurm.states", states, "slurm.tasks", tasks));
        assertThat(said).containsExactly(line.replace("LAUNCH", LAUNCH));
        assertThat(printed.text()).isEmpty();
    }
}
