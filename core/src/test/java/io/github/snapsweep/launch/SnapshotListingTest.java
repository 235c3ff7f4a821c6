package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.SnapshotSettings;
import io.github.snapsweep.config.Sources;
import io.github.snapsweep.fixture.Fingerprint;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Command;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.progress.ShownProgress;
import io.github.snapsweep.progress.StepDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list tells of each snapshot what hangs on it, whoever answers. */
class SnapshotListingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:22:33Z");

    @TempDir
    Path temporary;

    private GitFixture git;
    private LaunchRequest.Surroundings surroundings;
    private SnapshotSettings settings;
    private final List<String> asked = new ArrayList<>();
    private final List<String> warned = new ArrayList<>();
    private String squeue = "";
    private boolean reachable = true;

    @BeforeEach
    void repository() {
        git = GitFixture.in(temporary.resolve("sim"))
                .write(".gitignore", ".slurm\n")
                .write("a.txt", "one\n")
                .commit("first")
                .write("a.txt", "edited\n")
                .write("new.txt", "new\n");
        settings = Configuration.read(new Sources(Map.of(), Map.of(), git.root(), "snapshot"))
                .snapshot();
        at(NOW);
    }

    private void at(Instant now) {
        surroundings = new LaunchRequest.Surroundings(
                new Host(Map.of(), "here", "me", Clock.fixed(now, ZoneOffset.UTC)),
                this::answer,
                new ShownProgress(line -> {}, warned::add, StepDisplay.NONE));
    }

    private Answer answer(Command command) {
        asked.add(command.words().get(0));
        return reachable
                ? new Answer(command, 0, squeue, "", false)
                : new Answer(command, 1, "", "Unable to contact slurm controller", false);
    }

    private SnapshotList list() {
        return new SnapshotListing(git.root(), settings, surroundings).list();
    }

    /** A snapshot with a worktree. */
    private void snapshot() {
        SnapshotGoals goals = new SnapshotGoals(git.root(), settings, surroundings);
        goals.create();
        goals.worktree();
    }

    /** The newest snapshot's worktree is locked by a launch of one task in Slurm. */
    private void launch(String name) throws IOException {
        LaunchFolder folder = LaunchFolder.create(git.root(), name, NOW);
        Files.createDirectories(folder.marks().resolve("0"));
        folder.write(LaunchFolderTest.record(folder));
        lock(LaunchLock.of(folder).text());
    }

    private void lock(String reason) throws IOException {
        Path worktree = list().snapshots().get(0).worktrees().get(0).path();
        Path locked = GitFixture.at(worktree).gitDirectory().resolve("locked");
        String before = Files.exists(locked) ? Files.readString(locked) : "";
        Files.writeString(locked, before + reason + "\n");
        asked.clear();
    }

    private List<String> launches() {
        return list().snapshots().get(0).launches().stream()
                .map(LaunchUse::summary)
                .toList();
    }

    @Test
    void theNewestIsFirstAndNothingChanges() {
        snapshot();
        at(NOW.plusSeconds(1));
        git.delete("a.txt");
        snapshot();
        Fingerprint before = git.fingerprint();

        List<ListedSnapshot> all = list().snapshots();

        assertThat(all)
                .extracting(ListedSnapshot::name)
                .containsExactly("slurm-job-20261123-142234", "slurm-job-20261123-142233");
        assertThat(all).extracting(ListedSnapshot::difference).containsExactly("2 files, 4 B", "2 files, 11 B");
        assertThat(all)
                .allSatisfy(each -> assertThat(each.worktrees())
                        .singleElement()
                        .extracting(ListedSnapshot.Place::path)
                        .isEqualTo(temporary.resolve(
                                "sim.worktrees/" + each.commit().substring(0, 12))));
        assertThat(asked).isEmpty();
        assertThat(git.fingerprint()).isEqualTo(before);
    }

    @Test
    void aSnapshotInWhichNothingDiffersSaysSo() {
        git.commit("all");
        snapshot();

        assertThat(list().snapshots().get(0).difference()).isEqualTo("nothing");
    }

    @Test
    void launchesAreToldWithTheirLiveTasks() throws IOException {
        snapshot();
        launch("live");
        squeue = "21_0|RUNNING|N/A|n1|None\n";

        assertThat(launches()).containsExactly("live-20261123-142233: 1 running");
        assertThat(list().snapshots().get(0).launches().get(0).liveTasks()).isOne();
        assertThat(list().notice()).isEmpty();
    }

    @Test
    void aSlurmThatDoesNotAnswerIsAskedOnceAndSaidOnce() throws IOException {
        snapshot();
        launch("one");
        launch("two");
        reachable = false;
        asked.clear();

        SnapshotList list = list();

        assertThat(asked).containsExactly("squeue", "sacct");
        assertThat(list.notice()).contains("Slurm did not answer", "Unable to contact slurm controller");
        assertThat(list.snapshots().get(0).launches())
                .allMatch(LaunchUse::needed)
                .extracting(LaunchUse::summary)
                .containsExactly(
                        "one-20261123-142233: 1 unknown (uncertain)", "two-20261123-142233: 1 unknown (uncertain)");
    }

    @Test
    void otherLocksAndMissingRecordsAreNamed() throws IOException {
        snapshot();
        lock("for the paper");
        lock("launch gone-1 of " + git.root());

        assertThat(launches())
                .containsExactly("locked: for the paper", "gone-1: its record is gone, and Slurm knows no job of it");
    }

    @Test
    void aRecordThatCannotBeReadIsAWarning() throws IOException {
        snapshot();
        launch("broken");
        Files.writeString(new LaunchFolder(git.root(), "broken-20261123-142233").recordFile(), "{");

        assertThat(launches())
                .containsExactly("launch broken-20261123-142233 of " + git.root() + ": its record cannot be read");
        assertThat(warned).singleElement().asString().contains("launch.json cannot be read");
    }
}
