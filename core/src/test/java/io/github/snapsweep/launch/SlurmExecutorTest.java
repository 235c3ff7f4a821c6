package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.config.Sources;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.launch.ModelSlurm.Reaction;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.progress.PlainProgress;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.slurm.SlurmClient;
import io.github.snapsweep.slurm.TaskIndices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each task is sent once, whatever comes of each sbatch. */
class SlurmExecutorTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:22:33Z");
    private static final Pauses SHORT = new Pauses(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(1));

    private final List<String> said = new ArrayList<>();
    private final Map<String, String> properties = new HashMap<>();
    private final Path project;
    private final LaunchFolder folder;
    private final ModelSlurm slurm;

    SlurmExecutorTest() throws IOException {
        project = Files.createTempDirectory("snapsweep-executor");
        folder = LaunchFolder.create(project, "sim", NOW);
        slurm = new ModelSlurm(folder);
    }

    @AfterEach
    @AfterProperty
    void clear() {
        GitFixture.at(project).delete("");
    }

    private SlurmClient client() {
        Host host = new Host(Map.of(), "here", "me", Clock.fixed(NOW, ZoneOffset.UTC));
        return new SlurmClient(slurm, host, project);
    }

    private SlurmExecutor executor() {
        SlurmSettings settings = Configuration.read(new Sources(Map.of(), properties, project, "slurm"))
                .slurm();
        Host host = new Host(Map.of(), "here", "me", Clock.fixed(NOW, ZoneOffset.UTC));
        AfterLaunch after = new AfterLaunch(settings.after(), project, new LaunchStates(client(), host));
        Progress progress = new PlainProgress(said::add, said::add, Clock.systemUTC());
        return new SlurmExecutor(client(), settings, after, progress, SHORT);
    }

    private LaunchRecord send(int tasks) throws IOException, InterruptedException {
        return send(LaunchFolderTest.record(folder, tasks, null), TaskIndices.upTo(tasks));
    }

    private LaunchRecord send(LaunchRecord before, TaskIndices tasks) throws IOException, InterruptedException {
        int number = before.attempts().size() + 1;
        LaunchRecord record = before.with(LaunchFolderTest.attempt(number, ExecutorKind.SLURM, "here", 1, NOW));
        folder.write(record);
        return executor().send(new PreparedLaunch(folder, tasks, project), record);
    }

    private static List<PartState> states(LaunchRecord record) {
        return record.parts().stream().map(Part::state).toList();
    }

    @Test
    void aLaunchThatFitsIsOneArray() throws IOException, InterruptedException {
        LaunchRecord record = send(3);

        assertThat(slurm.submissions()).singleElement().asString().contains("--array=0-2%3 ");
        assertThat(states(record)).containsExactly(PartState.TAKEN);
        assertThat(folder.read()).isEqualTo(record);
    }

    @Test
    void aBuildGoesFirstAndTheTasksWaitForIt() throws IOException, InterruptedException {
        properties.put("slurm.partition", "long");
        properties.put("slurm.buildParameters.partition", "short");
        LaunchRecord record = LaunchFolderTest.record(folder, 3, null)
                .with(LaunchFolderTest.attempt(2, ExecutorKind.SLURM, "here", 1, NOW));
        folder.write(record);

        LaunchRecord sent = executor().send(new PreparedLaunch(folder, TaskIndices.upTo(3), project, true), record);

        Part build = sent.latest().parts().get(0);
        assertThat(build.isBuild()).isTrue();
        assertThat(slurm.submissions().get(0))
                .contains("--array=0 ", "--partition=short", "build.sh " + build.number())
                .doesNotContain("--dependency", "kill-on-invalid-dep");
        assertThat(slurm.submissions().get(1))
                .contains("--array=0-2%3 ", "--partition=long", "--kill-on-invalid-dep=yes")
                .contains("--dependency=afterok:" + build.job());
        assertThat(sent.places()).hasSize(3).doesNotContainValue(build);
        assertThat(folder.read()).isEqualTo(sent);
        assertThat(said).contains("the build is job " + build.job() + "; the tasks wait for it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // tasks; MaxArraySize; at a time; in a job; arrays; the first index of each
                "12; 5;   4; 1; 0-4%2 0-4%1 0-1%1; 0 5 10",
                "12; 5;   2; 1; 0-4%1 0-4%1 0-1%1; 0 5 10",
                "12; 5; 256; 1; 0-4%5 0-4%5 0-1%2; 0 5 10",
                "12; 5; 256; 4; 0-2%3;             0",
                "13; 2; 256; 4; 0-1%2 0-1%2;       0 2"
            })
    void arraysAreBoundedByTheClusterAndShareWhatMayRunAtATime(
            int tasks, int largest, int atATime, int inAJob, String arrays, String first)
            throws IOException, InterruptedException {
        properties.put("slurm.arrayParallelism", String.valueOf(atATime));
        properties.put("slurm.tasksPerJob", String.valueOf(inAJob));
        slurm.withArraysOf(largest);

        LaunchRecord record = send(tasks);

        assertThat(slurm.submissions().stream()
                        .map(line -> line.replaceAll(".*--array=(\\S+).*", "$1"))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(arrays);
        assertThat(slurm.jobs().stream().map(job -> job.arguments().get(0)).collect(Collectors.joining(" ")))
                .isEqualTo(first);
        assertThat(record.places()).hasSize(tasks);
    }

    @Test
    void moreArraysThanMayRunAtATimeWaitForEachOther() throws IOException, InterruptedException {
        properties.put("slurm.arrayParallelism", "2");
        slurm.withArraysOf(2);

        send(8);

        assertThat(slurm.submissions().stream()
                        .map(line ->
                                line.contains("--dependency") ? line.replaceAll(".*--dependency=(\\S+).*", "$1") : "")
                        .toList())
                .containsExactly("", "", "afterany:101", "afterany:102");
    }

    @Test
    void aTaskHasTheSameIndexInEachAttempt() throws IOException, InterruptedException {
        slurm.withArraysOf(5);
        LaunchRecord first = send(12);

        LaunchRecord second = send(first, TaskIndices.parse("3,7-8").orElseThrow());

        assertThat(second.latest().parts())
                .extracting(
                        Part::tasks, part -> part.index(part.numbers().values().first()))
                .containsExactly(tuple("3", 3), tuple("7-8", 2));
    }

    @Test
    void aControllerThatIsDownIsTriedAgainAndSaidToBe() throws IOException, InterruptedException {
        slurm.reacting(List.of(Reaction.IS_DOWN, Reaction.IS_DOWN));

        assertThat(states(send(3))).containsExactly(PartState.TAKEN);
        assertThat(slurm.submissions()).hasSize(3);
        assertThat(said)
                .filteredOn(line -> line.contains("cannot be reached; trying again"))
                .hasSize(2);
    }

    @Test
    void whatTheClusterAllowsIsNotGuessed() throws IOException, InterruptedException {
        slurm.withArraysOf(2).silentFor(3);

        assertThat(send(3).parts()).hasSize(2);
    }

    @Test
    void withoutPatienceNothingIsTriedAgain() {
        properties.put("slurm.patienceS", "0");
        slurm.reacting(List.of(Reaction.IS_DOWN));

        assertThatThrownBy(() -> send(3)).isInstanceOf(NothingTaken.class);
        assertThat(slurm.submissions()).hasSize(1);
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        slurm.reacting(List.of(Reaction.REFUSES));

        assertThatThrownBy(() -> send(3)).isInstanceOf(NothingTaken.class);
        assertThat(states(folder.read())).containsExactly(PartState.REFUSED);
    }

    @Test
    void aRefusalMidwaySaysWhatIsIn() {
        slurm.withArraysOf(5).reacting(List.of(Reaction.TAKES, Reaction.REFUSES));

        assertThatThrownBy(() -> send(12))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Only 5 of 12 tasks")
                .hasMessageContaining("QOS policy")
                .hasMessageContaining("mvn slurm:retry");
        assertThat(folder.read().places()).hasSize(5);
    }

    @Test
    void aJobWithoutAnAnswerIsFoundByItsToken() throws IOException, InterruptedException {
        slurm.reacting(List.of(Reaction.TAKES_SILENTLY));

        LaunchRecord record = send(3);

        assertThat(slurm.submissions()).hasSize(1);
        assertThat(record.parts()).extracting(Part::job).containsExactly(101L);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSES", "TAKES_LATE"})
    void aJobThatIsNotThereIsGivenUpAndItsTasksAreSentAgain(Reaction reaction)
            throws IOException, InterruptedException {
        slurm.reacting(List.of(reaction));

        assertThat(states(send(3))).containsExactly(PartState.GIVEN_UP, PartState.TAKEN);
        assertThat(said).anyMatch(line -> line.contains("it is sent again"));
        assertThat(slurm.runs()).isEqualTo(Map.of(0, 1, 1, 1, 2, 1));
    }

    @Test
    void itIsNotSentAgainForEver() {
        slurm.reacting(List.of(Reaction.LOSES, Reaction.LOSES, Reaction.LOSES));

        assertThatThrownBy(() -> send(3)).isInstanceOf(Problem.class);
        assertThat(slurm.submissions()).hasSize(3);
    }

    @Test
    void whileSlurmIsSilentNothingIsSentAgain() {
        slurm.reacting(List.of(Reaction.TAKES_SILENTLY)).silentOnceItWasSentTo();

        assertThatThrownBy(() -> send(3))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Nobody knows whether Slurm has the job");
        assertThat(slurm.submissions()).hasSize(1);
        assertThat(states(folder.read())).containsExactly(PartState.SENDING);
    }

    /** A launch and the retries after it, each sbatch of which ends in any way. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void eachTaskRunsOnceAndNoJobIsUnknown(@ForAll @Size(max = 12) List<Reaction> reactions)
            throws IOException, InterruptedException {
        SlurmExecutorTest fresh = new SlurmExecutorTest();
        try {
            fresh.eachTaskRunsOnce(reactions);
        } finally {
            fresh.clear();
        }
    }

    private void eachTaskRunsOnce(List<Reaction> reactions) throws IOException, InterruptedException {
        slurm.withArraysOf(3).reacting(reactions);
        properties.put("slurm.patienceS", "1");
        int tasks = 7;

        LaunchRecord record = LaunchFolderTest.record(folder, tasks, null);
        for (int attempt = 0; record.places().size() < tasks; attempt++) {
            assertThat(attempt).as("attempts").isLessThan(20);
            record = sendWhatIsOpen(record, tasks);
        }

        assertThat(slurm.runs())
                .isEqualTo(IntStream.range(0, tasks).boxed().collect(Collectors.toMap(task -> task, task -> 1)));
        LaunchRecord last = record;
        assertThat(slurm.jobs())
                .allSatisfy(job ->
                        assertThat(last.parts().stream().map(Part::token)).contains(job.token()))
                .filteredOn(job -> !slurm.isFenced(job))
                .allSatisfy(job -> assertThat(last.parts().stream().flatMap(part -> Stream.ofNullable(part.job())))
                        .contains(job.id()));
    }

    /** As retry does it. */
    private LaunchRecord sendWhatIsOpen(LaunchRecord record, int tasks) throws IOException, InterruptedException {
        List<Integer> open = IntStream.range(0, tasks)
                .filter(task -> !record.places().containsKey(task))
                .boxed()
                .toList();
        try {
            return send(record, TaskIndices.of(open));
        } catch (ModelSlurm.Killed | NothingTaken | Problem ended) {
            LaunchRecord left = folder.read();
            for (Part part : LostParts.lost(left)) {
                left = left.with(new LostParts(client(), folder, SHORT).settle(part));
                folder.write(left);
            }
            return left;
        }
    }
}
