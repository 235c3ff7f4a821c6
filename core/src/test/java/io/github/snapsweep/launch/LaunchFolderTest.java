package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
        return record(folder, 1, null, attempt(1, ExecutorKind.SLURM, "node", 4711, WHEN, taken(0, "0", 21)));
    }

    static LaunchRecord record(LaunchFolder folder, int tasks, @Nullable String only, Attempt... attempts) {
        return new LaunchRecord(
                LaunchRecord.SCHEMA,
                folder.id(),
                WHEN,
                "1.0",
                "node",
                "me",
                new LaunchRecord.Code(
                        null,
                        null,
                        null,
                        null,
                        List.of("a b"),
                        folder.project(),
                        folder.project(),
                        "no snapshot",
                        List.of()),
                List.of("lr=0.1"),
                tasks,
                only,
                List.of("echo", "it's"),
                List.of(attempts),
                List.of(new LaunchRecord.Setting("slurm.nodes", "1", "default")),
                Map.of("submit", 12L));
    }

    static Attempt attempt(int number, ExecutorKind executor, String host, long pid, Instant when, Part... parts) {
        return new Attempt(number, when, executor, host, pid, "0", List.of(parts), Map.of("java", "17"));
    }

    /** A part that Slurm has. */
    static Part taken(int number, String tasks, long job) {
        return new Part(number, tasks, 1, 0, PartState.TAKEN, "token." + number, job, null, "sbatch", null);
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

    /** Written by hand in this schema: as long as it stands, each release must read this. */
    @Test
    void aRecordOfThisSchemaStaysReadable() throws IOException {
        LaunchFolder folder = launch("sim", WHEN);
        try (InputStream recorded = getClass().getResourceAsStream("launch-2.json")) {
            Files.copy(Objects.requireNonNull(recorded), folder.recordFile(), StandardCopyOption.REPLACE_EXISTING);
        }
        LaunchRecord read = folder.read();

        assertThat(read.code().changed()).containsExactly("src/main/java/Sim.java");
        assertThat(read.numbers().text()).isEqualTo("0-6");
        assertThat(read.attempts()).extracting(Attempt::number).containsExactly(1, 2);
        assertThat(read.places().get(3).id())
                .hasValueSatisfying(id -> assertThat(id.id()).isEqualTo(4713));
        assertThat(read.places().get(6).state()).isEqualTo(PartState.TAKEN);
        assertThat(read.parts()).extracting(Part::state).contains(PartState.GIVEN_UP, PartState.REFUSED);
        assertThat(read.settings()).contains(new LaunchRecord.Setting("slurm.timeoutMin", "90", "pom.xml"));
        assertThat(read.attempts().get(0).versions()).isEmpty();
        assertThat(read.latest().versions()).containsEntry("slurm", "22.05.8");
        assertThat(read.milliseconds()).containsEntry("submit", 412L);
    }

    @ParameterizedTest
    @CsvSource({"1, an earlier form", "99, a later form"})
    void aRecordInAnotherFormSaysWhoReadsIt(int schema, String form) throws IOException {
        LaunchFolder folder = launch("sim", WHEN);
        Files.writeString(folder.recordFile(), "{\"schema\":" + schema + ",\"version\":\"7.1\",\"more\":[]}");

        assertThatThrownBy(folder::read)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("written by Snapsweep 7.1, in " + form)
                .hasMessageContaining("Use that version of the plugin");
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
    void inTheFolderOfAModuleTheErrorNamesTheFolderAboveThatHasLaunches() throws IOException {
        Files.createDirectory(project.resolve(".git"));
        launch("sim", WHEN);
        Path module = Files.createDirectories(project.resolve("apps/app"));

        assertThatThrownBy(() -> LaunchFolder.find(module, "latest"))
                .isInstanceOf(Problem.class)
                .hasMessage("There is no launch in " + module + ": the launches are in " + project + ".\n"
                        + "  Run the goal there.");
    }

    @Test
    void launchesAboveTheRepositoryAreAnothersAndNotNamed() throws IOException {
        launch("sim", WHEN);
        Path repository = project.resolve("repository");
        Path module = Files.createDirectories(repository.resolve("app"));
        Files.createDirectory(repository.resolve(".git"));

        assertThatThrownBy(() -> LaunchFolder.find(repository, "latest")).hasMessageContaining("mvn slurm:submit");
        assertThatThrownBy(() -> LaunchFolder.find(module, "latest")).hasMessageContaining("mvn slurm:submit");
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

        traces.remove(folder, Host.current());

        assertThat(project).isEmptyDirectory();
    }

    @Test
    void whatWasThereBeforeOrIsAnotherLaunchsStays() throws IOException {
        Files.createDirectories(project.resolve("outputs"));
        Traces traces = Traces.before(project, List.of(Path.of(".slurm"), Path.of("multirun"), Path.of("outputs")));
        LaunchFolder other = launch("other", WHEN);
        Files.writeString(Files.createDirectories(other.outputs()).resolve("result"), "42");
        LaunchFolder folder = launch("sim", WHEN);

        traces.remove(folder, Host.current());

        assertThat(folder.path()).doesNotExist();
        assertThat(other.read()).isNotNull();
        assertThat(other.outputs().resolve("result")).hasContent("42");
        assertThat(project.resolve("outputs")).isEmptyDirectory();
    }
}
