package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.Sources;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.progress.ShownProgress;
import io.github.snapsweep.progress.StepDisplay;
import io.github.snapsweep.snapshot.Worktree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that cleans up on a node, in a real bash with a real git, after all tasks have ended. */
class CleanupScriptTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:22:33Z");

    @TempDir
    Path temporary;

    private GitFixture git;
    private LaunchFolder folder;
    private Worktree worktree;
    private String ref;

    @BeforeEach
    void aLaunchThatHasEnded() throws IOException {
        git = GitFixture.in(temporary.resolve("it's a sim"))
                .write(".gitignore", ".slurm\nmultirun/\n*.o\n")
                .write("a.txt", "one\n")
                .commit("first")
                .write("a.txt", "edited\n")
                .write("outputs/result.txt", "result");
        SnapshotGoals goals = new SnapshotGoals(
                git.root(),
                Configuration.read(new Sources(Map.of(), Map.of(), git.root(), "snapshot"))
                        .snapshot(),
                new LaunchRequest.Surroundings(
                        new Host(Map.of(), "here", "me", Clock.fixed(NOW, ZoneOffset.UTC)),
                        command -> new Answer(command, 1, "", "", false),
                        new ShownProgress(line -> {}, line -> {}, StepDisplay.NONE)));
        ref = goals.create().ref();
        worktree = goals.worktree();
        folder = launch("sim");
        CleanupJob.begin(folder, 1);
    }

    /** A launch that has locked the worktree. */
    private LaunchFolder launch(String name) throws IOException {
        LaunchFolder launch = LaunchFolder.create(git.root(), name, NOW);
        Path locked = worktree.administration().resolve("locked");
        String before = Files.exists(locked) ? Files.readString(locked) : "";
        Files.writeString(locked, before + LaunchLock.of(launch).text() + "\n");
        return launch;
    }

    private String run(int attempt, @Nullable Integer branchUses, Map<String, String> environment) throws IOException {
        CleanupScript script = new CleanupScript(
                folder,
                worktree.path(),
                worktree.administration(),
                worktree.path().getParent().toString(),
                ref,
                worktree.commit(),
                branchUses == null ? OptionalInt.empty() : OptionalInt.of(branchUses));
        Path file = folder.path().resolve("cleanup." + attempt + ".sh");
        Files.writeString(file, script.text());
        return git.run(environment, "/bin/bash", file.toString(), String.valueOf(attempt));
    }

    private String run() throws IOException {
        return run(1, null, Map.of());
    }

    private void assertStays(String said, String why) {
        assertThat(said).isEqualTo("snapsweep: the worktree " + worktree.path() + " stays: " + why);
        assertThat(worktree.path().resolve("a.txt")).exists();
        assertThat(git.git("worktree", "list", "--porcelain")).contains("worktree " + worktree.path() + "\n");
        assertThat(worktree.path().getParent()).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void theWorktreeGoesAndNothingElse() throws IOException {
        Files.writeString(worktree.path().resolve("built.o"), "built");

        assertThat(run()).isEqualTo("snapsweep: the worktree " + worktree.path() + " is removed");

        assertThat(worktree.path().getParent()).doesNotExist();
        assertThat(git.git("worktree", "list").lines()).hasSize(1);
        assertThat(git.git("rev-parse", ref)).isEqualTo(worktree.commit());
        assertThat(git.path("outputs/result.txt")).hasContent("result");
        assertThat(git.path("a.txt")).hasContent("edited\n");
        git.fsck();
    }

    @Test
    void theBranchGoesTooWhenThatIsAskedFor() throws IOException {
        assertThat(run(1, 1, Map.of())).contains("is removed").contains("the branch " + ref + " is removed");

        assertThat(git.succeeds("rev-parse", "--verify", "-q", ref)).isFalse();
        git.fsck();
    }

    @Test
    void aBranchThatAnotherLaunchWasGivenStays() throws IOException {
        assertThat(run(1, 0, Map.of())).contains("the branch " + ref + " stays: another launch was given it");
        assertThat(git.git("rev-parse", ref)).isEqualTo(worktree.commit());
    }

    @Test
    void aWorktreeWithWorkInItStays() throws IOException {
        Files.writeString(worktree.path().resolve("a.txt"), "my fix\n");
        assertStays(run(), "it holds work that is in no snapshot");
        assertThat(worktree.path().resolve("a.txt")).hasContent("my fix\n");
    }

    @Test
    void aNewFileInItIsWork() throws IOException {
        Files.writeString(worktree.path().resolve("notes\n1.txt"), "my thoughts");
        assertStays(run(), "it holds work that is in no snapshot");
    }

    @Test
    void aCommitInItIsWork() throws IOException {
        GitFixture.at(worktree.path()).write("a.txt", "my fix\n").commit("my fix");
        assertStays(run(), "it holds work that is in no snapshot");
    }

    @Test
    void itWaitsForAnotherLaunchThatSharesTheWorktree() throws IOException {
        LaunchFolder other = launch("other");
        assertStays(run(), "it is needed still");

        CleanupJob.begin(other, 3);
        Files.writeString(other.path().resolve("over"), "2\n");
        assertStays(run(), "it is needed still");

        Files.writeString(other.path().resolve("over"), "3\n");
        assertThat(run()).contains("is removed");
    }

    @Test
    void aRetryThatHasBegunKeepsIt() throws IOException {
        CleanupJob.begin(folder, 2);
        assertStays(run(), "it is needed still");
        assertThat(run(2, null, Map.of())).contains("is removed");
    }

    @Test
    void aLockOfAPersonsOwnKeepsIt() throws IOException {
        git.then("worktree", "unlock", worktree.path().toString());
        git.then(
                "worktree", "lock", "--reason", "looking at it", worktree.path().toString());
        assertStays(run(), "it is needed still");
    }

    @Test
    void withoutGitNothingHappens() throws IOException {
        Path bin = Files.createDirectory(temporary.resolve("bin"));
        for (String program : new String[] {"mv", "rm", "cat"}) {
            Files.createSymbolicLink(bin.resolve(program), Path.of("/bin", program));
        }
        assertStays(run(1, null, Map.of("PATH", bin.toString())), "there is no git here");
    }

    @Test
    void aSecondOneFindsItGone() throws IOException {
        run();
        assertThat(run()).endsWith("stays: it is gone already");
    }

    @Test
    void aLinkInThePlaceOfTheWorktreeIsNotFollowed() throws IOException {
        Path moved = Files.move(worktree.path(), temporary.resolve("moved"));
        Files.createSymbolicLink(worktree.path(), moved);

        assertThat(run()).endsWith("stays: somebody has put a link in the place of its folder, or of the launch");

        assertThat(moved.resolve("a.txt")).hasContent("edited\n");
        assertThat(moved.resolve(".snapsweep-doomed")).doesNotExist();
        assertThat(worktree.path()).isSymbolicLink();
    }

    @Test
    void aLinkInThePlaceOfGitsOwnFolderIsNotFollowed() throws IOException {
        Path moved = Files.move(worktree.administration(), temporary.resolve("moved"));
        Files.createSymbolicLink(worktree.administration(), moved);

        assertThat(run()).endsWith("stays: somebody has put a link in the place of its folder, or of the launch");

        assertThat(moved.resolve("HEAD")).exists();
        assertThat(worktree.path().resolve("a.txt")).exists();
    }

    @Test
    void aLinkInThePlaceOfTheLaunchIsNotFollowed() throws IOException {
        Path moved = temporary.resolve("moved");
        run(2, null, Map.of("PATH", "/nowhere"));
        Files.move(folder.path(), moved);
        Files.createSymbolicLink(folder.path(), moved);

        String said =
                git.run(Map.of(), "/bin/bash", moved.resolve("cleanup.2.sh").toString(), "2");

        assertThat(said).endsWith("stays: somebody has put a link in the place of its folder, or of the launch");
        assertThat(moved.resolve("over")).doesNotExist();
    }

    @Test
    void aWorktreeThatIsAnotherRepositorysByNowStays() throws IOException {
        Files.writeString(worktree.path().resolve(".git"), "gitdir: " + git.path(".git") + "\n");

        assertStays(run(), "it holds work that is in no snapshot");
    }
}
