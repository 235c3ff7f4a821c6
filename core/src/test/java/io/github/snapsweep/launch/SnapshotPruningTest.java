package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.SnapshotSettings;
import io.github.snapsweep.config.Sources;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Command;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.progress.ShownProgress;
import io.github.snapsweep.progress.StepDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of launches, and of what they share, when snapshots are pruned. */
class SnapshotPruningTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:22:33Z");

    @TempDir
    Path temporary;

    private GitFixture git;
    private final List<String> told = new ArrayList<>();
    private String squeue = "";
    private boolean reachable = true;
    private int launches;

    @BeforeEach
    void repository() {
        git = GitFixture.in(temporary.resolve("sim"))
                .write(".gitignore", ".slurm\nmultirun\n")
                .write("a.txt", "one\n")
                .commit("first")
                .write("a.txt", "edited\n");
    }

    private LaunchRequest.Surroundings surroundings() {
        return new LaunchRequest.Surroundings(
                new Host(Map.of(), "here", "me", Clock.fixed(NOW, ZoneOffset.UTC)),
                this::answer,
                new ShownProgress(told::add, told::add, StepDisplay.NONE));
    }

    private Answer answer(Command command) {
        return reachable
                ? new Answer(command, 0, command.line().contains("squeue") ? squeue : "", "", false)
                : new Answer(command, 1, "", "Unable to contact slurm controller", false);
    }

    private SnapshotSettings settings(String... properties) {
        Map<String, String> all = new HashMap<>();
        Stream.of(properties).map(text -> text.split("=", 2)).forEach(pair -> all.put("snapshot." + pair[0], pair[1]));
        return Configuration.read(new Sources(Map.of(), all, git.root(), "snapshot"))
                .snapshot();
    }

    private PruneResult prune(String... properties) {
        told.clear();
        return new SnapshotPruning(git.root(), settings(properties), surroundings()).prune();
    }

    /** A launch of one task in Slurm, of the snapshot of what is on disk, with a class path and all that it leaves. */
    private LaunchFolder launch(String name, String... jars) throws IOException {
        SnapshotGoals goals = new SnapshotGoals(git.root(), settings(), surroundings());
        SnapshotResult snapshot = goals.create();
        LaunchFolder folder = LaunchFolder.create(git.root(), name, NOW.plusSeconds(launches++));
        Path worktree = goals.worktree().path();
        LaunchRecord record = LaunchFolderTest.record(folder);
        folder.write(new LaunchRecord(
                record.schema(),
                record.launch(),
                record.created(),
                record.version(),
                record.host(),
                record.user(),
                new LaunchRecord.Code(
                        snapshot.ref(),
                        snapshot.commit(),
                        null,
                        "main",
                        List.of(),
                        worktree,
                        worktree,
                        "not pushed",
                        List.of()),
                record.sweep(),
                record.tasks(),
                record.only(),
                record.command(),
                record.attempts(),
                record.settings(),
                record.milliseconds()));
        Files.createDirectories(folder.marks().resolve("0"));
        Files.writeString(Files.createDirectories(folder.classpath()).resolve("Main.class"), "class");
        Files.writeString(Files.createDirectories(folder.logs()).resolve("21_0.out"), "said");
        Files.writeString(Files.createDirectories(folder.output(0, 1)).resolve("result.txt"), "result");
        Path shared = Files.createDirectories(folder.sharedClasspath());
        StringBuilder entries = new StringBuilder("\"-cp\"\n");
        for (String jar : jars) {
            Files.writeString(shared.resolve(jar), jar);
            entries.append(shared.resolve(jar)).append(':');
        }
        Files.writeString(folder.javaArguments(), entries);
        Path locked = GitFixture.at(worktree).gitDirectory().resolve("locked");
        Files.writeString(locked, LaunchLock.of(folder).text() + "\n");
        return folder;
    }

    private void end(LaunchFolder folder) throws IOException {
        Files.writeString(
                folder.mark(0, folder.read().parts().get(0), TaskMark.EXIT),
                "{\"task\":0,\"part\":\"0\",\"restart\":0,\"host\":\"n1\",\"pid\":1,\"job\":\"21_0\",\"started\":1,\"exit\":0,"
                        + "\"why\":\"\",\"ended\":2}");
    }

    private Path shared(String jar) {
        return git.path(".slurm/classpath/" + jar);
    }

    @Test
    void aLaunchThatRunsKeepsAllOfIt() throws IOException {
        LaunchFolder folder = launch("sim", "11aa11aa11aa11aa");
        squeue = "21_0|RUNNING|N/A|n1|None\n";

        PruneResult result = prune("keepLast=0", "launches=outputs");

        assertThat(result.removed()).isEmpty();
        assertThat(result.items()).noneMatch(PruneResult.Item::goes);
        assertThat(told)
                .anyMatch(line -> line.matches("stays slurm-job-.*: a launch needs it: sim-.*: 1 running"))
                .anyMatch(line -> line.matches("stays launch sim-.*: 1 running"));
        assertThat(folder.read().code().worktree()).isDirectory();
        assertThat(shared("11aa11aa11aa11aa")).exists();
    }

    @Test
    void aSchedulerThatDoesNotAnswerKeepsAllOfIt() throws IOException {
        LaunchFolder folder = launch("sim", "11aa11aa11aa11aa");
        reachable = false;

        assertThat(prune("keepLast=0", "launches=outputs").removed()).isEmpty();

        assertThat(told).anyMatch(line -> line.contains("Slurm did not answer"));
        assertThat(folder.read().code().worktree()).isDirectory();
        assertThat(folder.output(0, 1)).exists();
        assertThat(shared("11aa11aa11aa11aa")).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "keep,      true,  true,  true,  true",
        "classpath, false, true,  true,  true",
        "logs,      false, false, true,  true",
        "records,   false, false, false, true",
        "outputs,   false, false, false, false"
    })
    void ofAnOldOneGoesAsMuchAsIsAskedFor(
            String asked, boolean classpath, boolean logs, boolean record, boolean outputs) throws IOException {
        LaunchFolder folder = launch("sim", "11aa11aa11aa11aa");
        end(folder);

        PruneResult result = prune("keepLast=0", "launches=" + asked);

        assertThat(result.removed()).hasSize(1);
        assertThat(result.bytesFreed()).isPositive();
        assertThat(List.of(
                        Files.exists(folder.classpath()),
                        Files.exists(folder.logs()),
                        Files.exists(folder.recordFile()),
                        Files.exists(folder.outputs())))
                .containsExactly(classpath, logs, record, outputs);
        assertThat(Files.exists(shared("11aa11aa11aa11aa"))).isEqualTo(classpath);
        assertThat(Files.exists(folder.path())).isEqualTo(record);
        assertThat(git.git("worktree", "list").lines()).hasSize(1);
        git.fsck();
    }

    @Test
    void anEntryThatAnotherLaunchNamesStays() throws IOException {
        end(launch("old", "11aa11aa11aa11aa", "22bb22bb22bb22bb"));
        git.write("a.txt", "edited again\n");
        end(launch("recent", "22bb22bb22bb22bb"));

        prune("keepLast=1");

        assertThat(told).anyMatch(line -> line.equals("stays launch recent-20261123-142234: the newest"));
        assertThat(shared("11aa11aa11aa11aa")).doesNotExist();
        assertThat(shared("22bb22bb22bb22bb")).exists();
    }

    @Test
    void aLaunchInTheMakingKeepsEveryEntry() throws IOException {
        Files.writeString(Files.createDirectories(shared("x").getParent()).resolve("33cc33cc33cc33cc"), "jar");
        LaunchFolder made = LaunchFolder.create(git.root(), "new", NOW);
        LaunchMaker.sign(made, surroundings().host());

        prune("keepLast=0");

        assertThat(shared("33cc33cc33cc33cc")).exists();
        assertThat(told).contains("stays launch new-20261123-142233: it is being made");
    }

    @Test
    void aLaunchThatDiedInTheMakingGoesAndItsLockWithIt() throws Exception {
        LaunchFolder died = launch("sim", "11aa11aa11aa11aa");
        Files.delete(died.recordFile());
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.writeString(died.path().resolve(LaunchMaker.FILE), "process " + dead.pid() + " on here\n");

        PruneResult result = prune("keepLast=0");

        assertThat(result.removed()).hasSize(1);
        assertThat(died.path()).doesNotExist();
        assertThat(shared("11aa11aa11aa11aa")).doesNotExist();
        assertThat(git.git("worktree", "list").lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "keepLast=1, logs, newer",
        "keepLast=0, logs, ''",
        "keepLast=0, classpath, older newer",
        "olderThan=1d, logs, newer",
        "olderThan=1h, outputs, ''"
    })
    void theLogsOfBuildsThatFailedGoWithThoseOfLaunches(String rule, String launches, String left) throws IOException {
        Path older = buildFailed("sim-20261020-101010", Duration.ofDays(30));
        Path newer = buildFailed("sim-20261122-101010-2", Duration.ofHours(2));
        Path users = Files.writeString(git.path(".slurm/notes.build.log"), "a user's own");

        prune(rule, "launches=" + launches);

        assertThat(Files.exists(older)).isEqualTo(left.contains("older"));
        assertThat(Files.exists(newer)).isEqualTo(left.contains("newer"));
        assertThat(users).exists();
        assertThat(told).anyMatch(line -> line.contains("sim-20261020-101010") && line.contains("build"));
    }

    private Path buildFailed(String launch, Duration ago) throws IOException {
        Path log = Files.createDirectories(git.path(".slurm")).resolve(launch + ".build.log");
        Files.writeString(log, "no such class\n");
        return Files.setLastModifiedTime(log, FileTime.from(NOW.minus(ago)));
    }

    @Test
    void aDryRunTellsAllOfThatAndRemovesNothing() throws IOException {
        LaunchFolder folder = launch("sim", "11aa11aa11aa11aa");
        end(folder);
        var before = git.fingerprint();

        PruneResult result = prune("keepLast=0", "launches=records", "dryRun=true");

        assertThat(result.removed()).isEmpty();
        assertThat(result.bytesFreed()).isZero();
        assertThat(result.bytesToFree()).isPositive();
        assertThat(result.items())
                .filteredOn(PruneResult.Item::goes)
                .extracting(PruneResult.Item::kind)
                .containsExactly(PruneResult.Kind.SNAPSHOT, PruneResult.Kind.LAUNCH, PruneResult.Kind.CLASSPATH);
        assertThat(git.fingerprint()).isEqualTo(before);
        assertThat(folder.recordFile()).exists();
        assertThat(folder.read().code().worktree()).isDirectory();
    }

    @Test
    void aLaunchWhoseSnapshotStaysStays() throws IOException {
        LaunchFolder folder = launch("sim", "11aa11aa11aa11aa");
        end(folder);

        prune("keepLast=1", "launches=outputs");

        assertThat(told).contains("stays launch " + folder.id() + ": the newest");
        assertThat(folder.classpath()).exists();
    }

    @Test
    void aRecordThatCannotBeReadStays() throws IOException {
        LaunchFolder folder = launch("sim", "11aa11aa11aa11aa");
        end(folder);
        Files.writeString(folder.recordFile(), "{");

        assertThat(prune("keepLast=0", "launches=outputs").removed()).isEmpty();

        assertThat(told).contains("stays launch " + folder.id() + ": its record cannot be read");
        assertThat(folder.output(0, 1)).exists();
    }

    @Test
    void outputsThatAreALinkAreNotFollowed() throws IOException {
        LaunchFolder folder = launch("sim");
        end(folder);
        Path scratch = Files.createDirectory(temporary.resolve("scratch"));
        Files.move(folder.outputs(), scratch.resolve("outputs"));
        Files.createSymbolicLink(folder.outputs(), scratch.resolve("outputs"));

        prune("keepLast=0", "launches=outputs");

        assertThat(Files.isSymbolicLink(folder.outputs())).isFalse();
        assertThat(scratch.resolve("outputs/0/result.txt")).hasContent("result");
    }
}
