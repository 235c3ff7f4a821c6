package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchFolderTest {

    private static final Instant WHEN = Instant.parse("2026-11-23T14:22:33Z");

    @TempDir
    Path project;

    private LaunchFolder launch(String name, Instant when) throws IOException {
        LaunchFolder folder = LaunchFolder.create(project, name, when);
        folder.write(record(folder));
        return folder;
    }

    static LaunchRecord record(LaunchFolder folder) {
        return new LaunchRecord(
                LaunchRecord.SCHEMA,
                folder.id(),
                WHEN,
                "1.0",
                "node",
                4711,
                "me",
                new LaunchRecord.Code(null, null, null, null, List.of("a b"), folder.project(), "no snapshot"),
                List.of("lr=0.1"),
                1,
                null,
                List.of("echo", "it's"),
                ExecutorKind.SLURM,
                List.of(new LaunchRecord.Job(21, null, 0, 1, "sbatch --parsable")),
                Map.of("slurm.nodes", "1  (default)"),
                Map.of("submit", 12L));
    }

    @Test
    void launchesAreNamedByTheSecondAndNumberedWithinIt() throws IOException {
        assertThat(List.of(
                        launch("sim", WHEN).id(),
                        launch("sim", WHEN).id(),
                        launch("sim", WHEN).id()))
                .containsExactly("sim-20261123-142233", "sim-20261123-142233-2", "sim-20261123-142233-3");
    }

    @ParameterizedTest
    @CsvSource({"a b/c, a_b_c", "../x, .._x", "Grüße, Gr__e"})
    void aNameIsOneFolder(String name, String stem) throws IOException {
        assertThat(launch(name, WHEN).path())
                .hasParent(project.resolve(".slurm"))
                .hasFileName(stem + "-20261123-142233");
    }

    @Test
    void recordsIgnoreThemselves() throws IOException {
        launch("sim", WHEN);
        assertThat(project.resolve(".slurm/.gitignore")).hasContent("*");
    }

    @Test
    void aRecordIsReadAsItWasWritten() throws IOException {
        LaunchFolder folder = launch("sim", WHEN);
        assertThat(folder.read()).isEqualTo(record(folder));
        assertThat(Files.readString(folder.recordFile())).containsPattern("\"executor\"\\s*:\\s*\"slurm\"");
    }

    @ParameterizedTest
    @CsvSource({
        "latest, b-20261123-142234",
        "a, a-20261123-142233",
        "a-20261123-142233, a-20261123-142233",
        "b-20261123-142234, b-20261123-142234"
    })
    void aLaunchIsFoundByNameByItsBeginningOrAsTheLatest(String name, String id) throws IOException {
        launch("b", WHEN.plusSeconds(1));
        launch("a", WHEN);
        launch("b", WHEN.minusSeconds(3600));

        assertThat(LaunchFolder.find(project, name).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"b", "nothing"})
    void aNameOfNoneOrOfSeveralIsAnErrorThatListsThem(String name) throws IOException {
        launch("b", WHEN);
        launch("b", WHEN.plusSeconds(1));

        assertThatThrownBy(() -> LaunchFolder.find(project, name))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("-Dslurm.launch=ID")
                .hasMessageContaining("b-20261123-142233");
    }

    @Test
    void withoutAnyTheErrorSaysHowToMakeOne() {
        assertThatThrownBy(() -> LaunchFolder.find(project, "latest"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("mvn slurm:submit");
    }

    @Test
    void aLockNamesItsLaunch() throws IOException {
        Path odd = Files.createDirectory(project.resolve("a of b"));
        LaunchFolder folder = LaunchFolder.create(odd, "sim", WHEN);

        assertThat(LaunchLock.parse(LaunchLock.of(folder).text()).map(LaunchLock::folder))
                .contains(folder);
        assertThat(LaunchLock.parse("on a stick that is not always here")).isEmpty();
    }

    @Test
    void whatALaunchLeavesIsTakenBack() throws IOException {
        Traces traces = Traces.before(project, List.of(Path.of(".slurm"), Path.of("multirun"), Path.of("outputs")));
        Files.createDirectories(project.resolve("multirun"));
        LaunchFolder folder = launch("sim", WHEN);
        Files.createDirectories(folder.sharedClasspath());

        traces.remove(folder);

        assertThat(project).isEmptyDirectory();
    }

    @Test
    void whatWasThereBeforeOrIsAnotherLaunchsStays() throws IOException {
        Files.createDirectories(project.resolve("outputs"));
        Traces traces = Traces.before(project, List.of(Path.of(".slurm"), Path.of("multirun"), Path.of("outputs")));
        LaunchFolder other = launch("other", WHEN);
        Files.writeString(Files.createDirectories(other.outputs()).resolve("result"), "42");
        LaunchFolder folder = launch("sim", WHEN);

        traces.remove(folder);

        assertThat(folder.path()).doesNotExist();
        assertThat(other.read()).isNotNull();
        assertThat(other.outputs().resolve("result")).hasContent("42");
        assertThat(project.resolve("outputs")).isEmptyDirectory();
    }
}
