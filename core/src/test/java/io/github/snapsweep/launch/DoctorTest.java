package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.SnapshotSettings;
import io.github.snapsweep.config.Sources;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.progress.ShownProgress;
import io.github.snapsweep.progress.StepDisplay;
import io.github.snapsweep.snapshot.GitRepository;
import io.github.snapsweep.snapshot.LinkedPaths;
import io.github.snapsweep.snapshot.SnapshotNames;
import io.github.snapsweep.snapshot.Snapshots;
import io.github.snapsweep.snapshot.Worktree;
import io.github.snapsweep.snapshot.Worktrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor finds what dead processes and moved folders left, only tells of it unless told to, and then mends it. */
class DoctorTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:22:33Z");

    @TempDir
    Path temporary;

    private GitFixture git;
    private Worktree worktree;
    private boolean reachable = true;
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void aRepositoryWithAWorktree() {
        git = GitFixture.in(temporary.resolve("sim"))
                .write(".gitignore", ".slurm\n")
                .write("a.txt", "one\n")
                .commit("first")
                .write("a.txt", "edited\n");
        goals().create();
        worktree = goals().worktree();
    }

    private SnapshotGoals goals() {
        return new SnapshotGoals(git.root(), settings(false), surroundings());
    }

    private SnapshotSettings settings(boolean fix) {
        Map<String, String> properties = Map.of("snapshot.fix", String.valueOf(fix));
        return Configuration.read(new Sources(Map.of(), properties, git.root(), "snapshot"))
                .snapshot();
    }

    private LaunchRequest.Surroundings surroundings() {
        return new LaunchRequest.Surroundings(
                new Host(Map.of(), "here", "me", clock),
                command -> reachable
                        ? new Answer(command, 0, "", "", false)
                        : new Answer(command, 1, "", "Unable to contact slurm controller", false),
                new ShownProgress(told::add, told::add, StepDisplay.NONE));
    }

    private DoctorResult examine(boolean fix) {
        told.clear();
        return new Doctor(git.root(), settings(fix), surroundings()).examine();
    }

    /** The one thing that is wrong; nothing changes by looking, and after mending nothing is wrong. */
    private String mended() {
        DoctorResult looked = examine(false);
        assertThat(looked.healthy()).isFalse();
        assertThat(examine(false)).isEqualTo(looked);
        DoctorResult mended = examine(true);
        assertThat(mended.healthy()).isTrue();
        assertThat(examine(false).findings()).isEmpty();
        assertThat(looked.findings()).hasSize(1);
        git.fsck();
        return looked.findings().get(0).what();
    }

    /** The one thing that is wrong, and that the doctor leaves to its user. */
    private DoctorResult.Finding told() {
        assertThat(examine(true).healthy()).isFalse();
        DoctorResult looked = examine(true);
        assertThat(looked.findings()).hasSize(1);
        return looked.findings().get(0);
    }

    private void lock(String text) throws IOException {
        Files.writeString(worktree.administration().resolve("locked"), text + "\n");
    }

    private static long deadProcess() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    private static void age(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(7200)));
    }

    @Test
    void nothingIsWrongWithAFreshRepository() {
        assertThat(examine(false)).isEqualTo(new DoctorResult(true, List.of()));
        assertThat(told).containsExactly("nothing is wrong here");
    }

    @Test
    void aLockOfALaunchThatHasEnded() throws IOException {
        LaunchFolder folder = LaunchFolder.create(git.root(), "sim", NOW);
        folder.write(LaunchFolderTest.record(folder));
        Files.createDirectories(folder.marks().resolve("0"));
        lock(LaunchLock.of(folder).text());

        assertThat(mended()).contains("is locked by a launch that is over: sim-20261123-142233: ended");
        assertThat(git.git("worktree", "list", "--porcelain")).doesNotContain("locked");
    }

    @Test
    void aLockOfALaunchWhoseRecordIsGone() throws IOException {
        Files.createDirectories(git.path(".slurm"));
        lock("launch sim-1 of " + git.root());

        assertThat(mended()).contains("its record is gone, and Slurm knows no job of it");
    }

    @Test
    void withoutAnAnswerThatLockStays() throws IOException {
        Files.createDirectories(git.path(".slurm"));
        lock("launch sim-1 of " + git.root());
        reachable = false;

        assertThat(told().remedy()).isEqualTo("when that is over:  git worktree unlock " + worktree.path());
        assertThat(git.git("worktree", "list", "--porcelain")).contains("locked launch sim-1");
    }

    @Test
    void aWorktreeThatWasLeftHalfMade() throws Exception {
        Path half = worktree.path().resolveSibling(".half.tmp");
        Files.createDirectories(half.resolve("src"));
        Path administration = Files.createDirectories(git.path(".git/worktrees/half"));
        Files.writeString(administration.resolve("snapsweep"), "1.0\n");
        Files.writeString(
                administration.resolve("locked"),
                "snapsweep is at work: process " + deadProcess() + " on here, folder " + half + "\n");

        assertThat(mended()).contains("worktree half: a process that died left it half made");
        assertThat(half).doesNotExist();
        assertThat(administration).doesNotExist();
    }

    @Test
    void aWorktreeThatAProcessOfAnotherMachineHasClaimed() throws IOException {
        lock("snapsweep is at work: process 1 on node17, folder /nowhere");

        assertThat(told().what()).contains("process 1 on node17");
        assertThat(worktree.path()).isDirectory();
    }

    @Test
    void aWorktreeThatSomebodyDeleted() throws IOException {
        GitFixture.at(worktree.path()).delete("");

        assertThat(mended()).contains("it is gone, and git still knows of it");
        assertThat(git.git("worktree", "list").lines()).hasSize(1);
    }

    @Test
    void aRepositoryThatWasMoved() throws IOException {
        Path moved = temporary.resolve("simulation");
        Files.move(git.root(), moved);
        Files.move(temporary.resolve("sim.worktrees"), temporary.resolve("simulation.worktrees"));
        git = GitFixture.at(moved);
        Path there = temporary
                .resolve("simulation.worktrees")
                .resolve(worktree.path().getFileName());

        DoctorResult result = examine(true);

        assertThat(result.healthy()).isTrue();
        assertThat(result.findings()).hasSize(1 + GitFixture.LINKED.size());
        assertThat(result.findings().get(0).what()).contains("have lost each other");
        assertThat(result.findings().get(1).what()).contains("leads nowhere");
        assertThat(examine(false).findings()).isEmpty();
        assertThat(GitFixture.at(there).git("rev-parse", "HEAD")).isEqualTo(worktree.commit());
        assertThat(git.git("worktree", "list")).contains(there.toString());
        assertThat(there.resolve("outputs").toRealPath()).isEqualTo(moved.resolve("outputs"));
        assertThat(GitFixture.at(there).git("diff", "HEAD")).isEmpty();
    }

    @Test
    void aRepositoryThatWasMovedAwayFromItsWorktrees() throws IOException {
        Path moved = Files.createDirectory(temporary.resolve("elsewhere")).resolve("sim");
        Files.move(git.root(), moved);
        git = GitFixture.at(moved);

        assertThat(examine(true).healthy()).isTrue();
        assertThat(GitFixture.at(worktree.path()).git("rev-parse", "HEAD")).isEqualTo(worktree.commit());
        git.fsck();
    }

    @Test
    void aLinkToAnOutputFolderThatSomebodyDeleted() {
        git.delete("multirun");

        assertThat(mended()).contains("multirun leads nowhere");
        assertThat(git.path("multirun")).isEmptyDirectory();
    }

    @Test
    void whatACaptureLeft() throws Exception {
        Path left = Files.createDirectories(git.path(".git/snapsweep/" + deadProcess() + "@here-" + UUID.randomUUID()));
        Path keep = git.path(".git/objects/pack/pack-1.keep");
        Files.createDirectories(keep.getParent());
        Files.writeString(keep, "snapsweep: until there is a ref to these objects\n");
        Files.writeString(left.resolve("kept"), keep.toString());

        assertThat(mended()).contains("was left by a capture that died");
        assertThat(left).doesNotExist();
        assertThat(keep).doesNotExist();
    }

    @Test
    void aMarkThatKeepsAPackForNobody() throws IOException {
        Path pack = Files.createDirectories(git.path(".git/objects/pack"));
        Path keep =
                Files.writeString(pack.resolve("pack-1.keep"), "snapsweep: until there is a ref to these objects\n");
        Path theirs = Files.writeString(pack.resolve("pack-2.keep"), "mine\n");
        age(keep);
        age(theirs);

        assertThat(mended()).contains("pack-1.keep");
        assertThat(theirs).exists();
    }

    @Test
    void theFolderOfAVerificationThatWasKilled() throws Exception {
        Path left = Files.createDirectories(worktree.path()
                .resolveSibling(".snapsweep-" + deadProcess() + "@here-" + UUID.randomUUID())
                .resolve("objects"));

        assertThat(mended()).contains("was left by a diff, a verification or a dry run that died");
        assertThat(left).doesNotExist();
    }

    @Test
    void aRefWithoutItsCommit() throws IOException {
        String gone = "0123456789012345678901234567890123456789";
        String name = "slurm-job-20260101-000000";
        git.write(".git/refs/heads/" + name, gone + "\n");
        git.write(
                ".git/logs/refs/heads/" + name,
                "0000000000000000000000000000000000000000 " + gone
                        + " Snapsweep <snapsweep@localhost> 1767225600 +0000\tsnapsweep: created\n");
        assertThat(git.succeeds("fsck")).isFalse();

        assertThat(mended()).contains("points at " + gone);
        assertThat(goals().worktree()).isEqualTo(worktree);
    }

    @Test
    void aRefWithoutItsCommitThatIsNotOurs() {
        git.write(".git/refs/heads/slurm-job-20260101-000000", "0123456789012345678901234567890123456789\n");

        assertThat(told().remedy()).contains("git update-ref -d refs/heads/slurm-job-20260101-000000");
    }

    @Test
    void locksOnRefs() throws IOException {
        Path ours = git.path(".git/refs/heads/slurm-job-20260101-000000.lock");
        git.write(".git/refs/heads/slurm-job-20260101-000000.lock", "");
        assertThat(examine(true).findings()).isEmpty(); // somebody may be at work
        age(ours);

        assertThat(mended()).contains(ours + " was left by a process that died");

        git.write(".git/packed-refs.lock", "");
        age(git.path(".git/packed-refs.lock"));
        assertThat(told().remedy()).isEqualTo("when no git is at work:  rm " + git.path(".git/packed-refs.lock"));
    }

    @Test
    void aLaunchThatDiedBeforeItWasWrittenDown() throws Exception {
        LaunchFolder folder = LaunchFolder.create(git.root(), "sim", NOW);
        Files.writeString(folder.path().resolve(LaunchMaker.FILE), "process " + deadProcess() + " on here\n");
        Files.writeString(folder.path().resolve("script.sh"), "echo\n");

        assertThat(mended()).contains("launch sim-20261123-142233 died before it was written down");
        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void aRecordThatCannotBeRead() throws IOException {
        LaunchFolder folder = LaunchFolder.create(git.root(), "sim", NOW);
        Files.writeString(folder.recordFile(), "{");

        assertThat(told().what()).startsWith("launch sim-20261123-142233: The record ");
        assertThat(folder.recordFile()).exists();
    }

    @Test
    void whatACopyOfAJarAndAPruningLeftAmongClassPaths() throws Exception {
        String dead = deadProcess() + "@here-" + UUID.randomUUID();
        git.write(".slurm/classpath/.sim-20261123-142233-1-a.jar", "half")
                .write(".slurm/classpath/.pruned.11bb11bb11bb11bb." + dead, "whole");

        assertThat(examine(true).healthy()).isTrue();

        assertThat(examine(false).findings()).isEmpty();
        assertThat(git.path(".slurm/classpath/.sim-20261123-142233-1-a.jar")).doesNotExist();
        assertThat(git.path(".slurm/classpath/11bb11bb11bb11bb")).hasContent("whole");
    }

    @Test
    void launchesOfAProjectThatWasMoved() throws IOException {
        LaunchFolder folder = LaunchFolder.create(git.root(), "sim", NOW);
        folder.write(LaunchFolderTest.record(folder));
        Files.createDirectories(folder.marks().resolve("0"));
        Files.writeString(folder.script(), "snapsweep_record='/home/me/old/.slurm/sim-20261123-142233'\n");

        DoctorResult.Finding finding = told();

        assertThat(finding.what()).isEqualTo("1 launch made in /home/me/old: their scripts name that place");
        assertThat(finding.remedy()).endsWith("ln -s " + git.root() + " /home/me/old");
    }

    private void launchMadeIn(Path project) throws IOException {
        LaunchFolder folder = LaunchFolder.create(git.root(), "sim", NOW);
        folder.write(LaunchFolderTest.record(folder));
        Files.createDirectories(folder.marks().resolve("0"));
        Files.writeString(
                folder.script(), "snapsweep_record='" + project.resolve(".slurm/sim-20261123-142233") + "'\n");
    }

    @Test
    void aLinkWhereTheProjectWasMendsItsLaunches() throws IOException {
        Path before = temporary.resolve("before");
        launchMadeIn(before);
        assertThat(told().remedy()).endsWith("ln -s " + git.root() + " " + before);

        Files.createSymbolicLink(before, git.root());

        assertThat(examine(false).findings()).isEmpty();
    }

    @Test
    void aCopyOfAProjectThatIsThereStillGetsNoLinkAndLosesNoWorktree() throws IOException {
        launchMadeIn(git.root());
        Path original = git.root();
        git.run(
                Map.of(),
                "cp",
                "-r",
                original.toString(),
                temporary.resolve("copy").toString());
        git = GitFixture.at(temporary.resolve("copy"));

        DoctorResult.Finding finding = told();

        assertThat(finding.what())
                .isEqualTo("1 launch made in " + original
                        + ", and there still: this is a copy, and their scripts name that place");
        assertThat(finding.remedy()).isEqualTo("go on with them there:  cd " + original);
        assertThat(GitFixture.at(worktree.path()).git("rev-parse", "HEAD")).isEqualTo(worktree.commit());
    }

    @Test
    void somethingElseWhereTheProjectWasIsNoPlaceForALink() throws IOException {
        Path before = Files.createDirectory(temporary.resolve("before"));
        launchMadeIn(before);

        assertThat(told().what()).endsWith("their scripts name that place, where something else is now");
        assertThat(told().remedy()).doesNotContain("ln -s");
    }

    /** A worktree in the folder of a rerun, which was killed two hours ago. */
    private Path worktreeOfRerun(String name) {
        Path folder = worktree.path().resolveSibling("rerun-" + name);
        Snapshots snapshots =
                new Snapshots(GitRepository.containing(git.root()), new SnapshotNames("refs/heads/", "slurm-job"));
        Worktree made = new Worktrees(
                        GitRepository.containing(git.root()),
                        folder,
                        surroundings().host())
                .obtain(
                        snapshots.find("latest"),
                        new LinkedPaths(
                                git.root(),
                                GitFixture.LINKED.stream().map(Path::of).toList()),
                        Optional.empty())
                .worktree();
        clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
        return made.path();
    }

    @Test
    void theWorktreeOfARerunThatWasKilled() throws Exception {
        Path left = worktreeOfRerun(deadProcess() + "@here-" + UUID.randomUUID());

        assertThat(mended()).isEqualTo("worktree " + left + " was left by a rerun that died");
        assertThat(left.getParent()).doesNotExist();
        assertThat(worktree.path()).isDirectory();
        assertThat(git.git("worktree", "list").lines()).hasSize(2);
    }

    @Test
    void theWorktreeOfARerunOfAnEarlierRelease() {
        Path left = worktreeOfRerun(UUID.randomUUID().toString());

        assertThat(mended()).isEqualTo("worktree " + left + " was left by a rerun that died");
        assertThat(left.getParent()).doesNotExist();
    }

    @Test
    void workInTheWorktreeOfARerunIsItsUsersToLookAt() throws Exception {
        Path left = worktreeOfRerun(deadProcess() + "@here-" + UUID.randomUUID());
        Files.writeString(left.resolve("found.txt"), "by hand\n");

        DoctorResult.Finding finding = told();

        assertThat(finding.what()).endsWith("was left by a rerun that died, with files in it that are in no snapshot");
        assertThat(finding.remedy()).endsWith("git worktree remove --force " + left);
        assertThat(left.resolve("found.txt")).exists();
    }

    @Test
    void aRerunThatRunsIsLeftAlone() {
        worktreeOfRerun(ProcessHandle.current().pid() + "@here-" + UUID.randomUUID());

        assertThat(examine(true).findings()).isEmpty();
    }

    @Test
    void aRerunOnAnotherMachineMayStillRun() throws Exception {
        worktreeOfRerun(deadProcess() + "@node17-" + UUID.randomUUID());

        assertThat(examine(true).findings()).isEmpty();
    }

    @Test
    void aWorktreeOfARerunInWhichSomebodyIsStays() throws Exception {
        Path left = worktreeOfRerun(UUID.randomUUID().toString());
        Process inside =
                new ProcessBuilder("sleep", "60").directory(left.toFile()).start();
        try {
            assertThat(examine(true).findings()).isEmpty();
        } finally {
            inside.destroy();
        }
    }
}
