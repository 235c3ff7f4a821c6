package io.github.snapsweep.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.Sources;
import io.github.snapsweep.fixture.LaunchFixture;
import io.github.snapsweep.launch.LaunchRequest;
import io.github.snapsweep.launch.TaskState;
import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Command;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.progress.ShownProgress;
import io.github.snapsweep.progress.StepDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is gathered of a launch's tasks, whatever they left. */
class HarvestTest {

    @TempDir
    Path project;

    private LaunchFixture launch;
    private String squeue = "";
    private String sacct = "";
    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> properties = new HashMap<>();

    @BeforeEach
    void begin() throws IOException {
        launch = LaunchFixture.in(project);
    }

    private LaunchResults gathered() throws IOException {
        launch.made();
        Clock clock = Clock.fixed(LaunchFixture.BEGAN.plusSeconds(3600), ZoneOffset.UTC);
        LaunchRequest.Surroundings surroundings = new LaunchRequest.Surroundings(
                new Host(Map.of(), "here", "me", clock),
                this::answer,
                new ShownProgress(line -> {}, line -> {}, StepDisplay.NONE));
        Configuration configuration = Configuration.read(new Sources(Map.of(), properties, project, "slurm"));
        return new Harvest(project, configuration.slurm(), surroundings).gatherWithUsage();
    }

    private Answer answer(Command command) {
        asked.add(command.words().get(0));
        String out = command.words().get(0).equals("squeue") ? squeue : sacct;
        return new Answer(command, 0, out, "", false);
    }

    private Metrics metricsOfTheOnlyTask() throws IOException {
        launch.ran(1, "n1", 5, 65, 0);
        return gathered().tasks().get(0).metrics();
    }

    @Test
    void numbersInAnObjectAreNamedByTheirWayThere() throws IOException {
        launch.task("{}").left("metrics.json", """
                {"loss": 0.25, "test": {"accuracy": [0.5, 1e-3]}, "name": "adam", "good": true, "none": null}
                """);

        assertThat(metricsOfTheOnlyTask().values())
                .containsExactly(entry("loss", 0.25), entry("test.accuracy.0", 0.5), entry("test.accuracy.1", 1e-3));
    }

    @Test
    void ofATableTheLastRowCounts() throws IOException {
        launch.task("{}").left("metrics.csv", "step,\"the loss\",who\n1,0.5,me\n2,0.25,me\n");

        assertThat(metricsOfTheOnlyTask().values()).containsExactly(entry("step", 2.0), entry("the loss", 0.25));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loss=(?<loss>[-0-9.e]+)                | loss | 0.25",
                "(?<name>acc)uracy: (?<value>[0-9.]+) % | acc  | 75",
            })
    void ofWhatWasPrintedTheLastNumberCounts(String pattern, String name, double value) throws IOException {
        properties.put("slurm.metricPattern", pattern.strip());
        launch.task("{}").printed("loss=0.5 accuracy: 70 %\nloss=0.25 accuracy: 75 %\nthe end\n");

        assertThat(metricsOfTheOnlyTask().values()).containsExactly(entry(name, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"loss\": NaN, \"b\": 1}    | metrics.json: loss is NaN",
                "{\"loss\": -Infinity,\"b\":1}| metrics.json: loss is -Infinity",
                "{\"loss\": 1e999, \"b\": 1}  | metrics.json: loss is 1e999",
            })
    void aNumberThatIsNoneIsNamedAndTheOthersCount(String json, String fault) throws IOException {
        launch.task("{}").left("metrics.json", json.strip());

        Metrics metrics = metricsOfTheOnlyTask();

        assertThat(metrics.faults()).containsExactly(fault);
        assertThat(metrics.values()).containsExactly(entry("b", 1.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"loss\": | it is no JSON", "[1, 2] | it is no JSON object", "'' | it is no JSON object"})
    void whatIsNoObjectIsNamed(String text, String why) throws IOException {
        launch.task("{}").left("metrics.json", text);

        assertThat(metricsOfTheOnlyTask().faults()).singleElement().asString().startsWith("metrics.json: " + why);
    }

    @Test
    void aFolderALinkOutAndALinkToNothingAreNamed() throws IOException {
        Files.writeString(project.resolve("elsewhere"), "{\"loss\": 1}");
        launch.task("{}").ran(1, "n1", 5, 65, 0);
        Files.createDirectory(launch.output(0).resolve("metrics.json"));
        launch.task("{}").ran(1, "n1", 5, 65, 0);
        Files.createSymbolicLink(launch.output(1).resolve("metrics.json"), project.resolve("elsewhere"));
        launch.task("{}").ran(1, "n1", 5, 65, 0);
        Files.createSymbolicLink(launch.output(2).resolve("metrics.json"), Path.of("nothing"));

        assertThat(gathered().faults())
                .containsExactly(
                        "task 0: metrics.json: it is no file",
                        "task 1: metrics.json: it is a link that leads out of the task's folder",
                        "task 2: metrics.json: it is a link to nothing");
    }

    @Test
    void dataIsNoMetric() throws IOException {
        launch.task("{}").left("metrics.json", "{\"all\": " + Collections.nCopies(300, 1) + "}");

        Metrics metrics = metricsOfTheOnlyTask();

        assertThat(metrics.values()).hasSize(Metrics.MOST);
        assertThat(metrics.faults()).containsExactly("metrics.json: 100 numbers after the first 200 are left out");
    }

    @Test
    void whatATaskWritesWhileItRunsIsNoFault() throws IOException {
        squeue = "4711_0|RUNNING|N/A|n1|None\n";
        launch.task("{}").began("n1", 5).left("metrics.json", "{\"los");

        assertThat(gathered().faults()).isEmpty();
    }

    @Test
    void aParameterThatIsSaidAgainIsNoMetric() throws IOException {
        launch.task("{\"size\": 64, \"p\": 0.5}").left("metrics.json", "{\"size\": 64, \"p\": 0.7, \"loss\": 1}");

        LaunchResults results = gathered();

        assertThat(results.parameters()).containsExactly("size", "p");
        assertThat(results.metrics()).containsExactly("p", "loss");
    }

    @Test
    void eachAttemptIsARunAndTheLastOneTellsTheState() throws IOException {
        launch.task("{}").ran(1, "n1", 5, 65, 3).ran(2, "n2", 605, 700, 0);

        TaskResult task = gathered().tasks().get(0);

        assertThat(task.status().state()).isEqualTo(TaskState.COMPLETED);
        assertThat(task.runs()).extracting(run -> run.node()).containsExactly("n1", "n2");
        assertThat(task.runs().get(0).exit()).hasValue(3);
        assertThat(task.runs().get(1).ended()).contains(LaunchFixture.BEGAN.plusSeconds(700));
    }

    @Test
    void memoryAndTimeAreAskedForOnce() throws IOException {
        for (int task = 0; task < 3; task++) {
            launch.task("{}").ran(1, "n1", 5, 65, 0);
            sacct += "4711_" + task + "|COMPLETED|n1|Unknown|Unknown|Unknown|1|100M|60|\n4711_" + task
                    + ".batch|COMPLETED|n1|Unknown|Unknown|Unknown|1|||" + task + "M\n";
        }

        LaunchResults results = gathered();

        assertThat(results.tasks())
                .extracting(task -> task.usage().orElseThrow().memoryUsed().orElse(-1))
                .containsExactly(-1L, 1024L * 1024, 2 * 1024L * 1024);
        assertThat(asked).containsOnlyOnce("sacct");
    }
}
