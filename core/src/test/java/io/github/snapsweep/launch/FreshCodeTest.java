package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.Sources;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.problem.Problem;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rerun gets the launch's commit in a worktree of its own, as long as the repository has that commit. */
class FreshCodeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:22:33Z");
    private static final String BRANCH = "refs/heads/slurm-job-20261123-142233";

    @TempDir
    Path temporary;

    private GitFixture git;
    private Worktree worktree;
    private LaunchFolder folder;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void aLaunchOfASnapshot() throws IOException {
        git = GitFixture.in(temporary.resolve("sim"))
                .write(".gitignore", ".slurm\n")
                .write("a.txt", "one\n")
                .commit("first")
                .write("a.txt", "edited\n");
        SnapshotGoals goals = new SnapshotGoals(
                git.root(),
                Configuration.read(new Sources(Map.of(), Map.of(), git.root(), "snapshot"))
                        .snapshot(),
                surroundings());
        goals.create();
        worktree = goals.worktree();
        folder = LaunchFolder.create(git.root(), "sim", NOW);
        Files.writeString(folder.script(), "echo\n");
    }

    private LaunchRequest.Surroundings surroundings() {
        return new LaunchRequest.Surroundings(
                new Host(Map.of(), "here", "me", Clock.fixed(NOW, ZoneOffset.UTC)),
                command -> new Answer(command, 0, "", "", false),
                new ShownProgress(told::add, told::add, StepDisplay.NONE));
    }

    private LaunchRecord launch() {
        LaunchRecord live = LaunchFolderTest.record(folder);
        return new LaunchRecord(
                live.schema(),
                live.launch(),
                live.created(),
                live.version(),
                live.host(),
                live.user(),
                new LaunchRecord.Code(
                        BRANCH,
                        worktree.commit(),
                        null,
                        "main",
                        List.of(),
                        worktree.path(),
                        worktree.path(),
                        "not pushed",
                        List.of()),
                live.sweep(),
                live.tasks(),
                live.only(),
                live.command(),
                live.attempts(),
                live.settings(),
                live.milliseconds());
    }

    private FreshCode opened() {
        return new FreshCode(git.root(), folder, launch(), surroundings());
    }

    private void deleteTheBranch() {
        git.then("update-ref", "-d", BRANCH);
    }

    private void deleteTheCommit() {
        git.then("worktree", "remove", "--force", worktree.path().toString())
                .then("reflog", "expire", "--expire=now", "--all")
                .then("gc", "--quiet", "--prune=now");
    }

    @Test
    void theSnapshotsFilesAreThereUntilItIsClosed() {
        Path place;
        try (FreshCode code = opened()) {
            place = code.worktree();
            assertThat(place).isNotEqualTo(worktree.path());
            assertThat(place.resolve("a.txt")).hasContent("edited");
        }
        assertThat(place).doesNotExist();
    }

    @Test
    void aBranchThatWasDeletedIsNotNeeded() {
        deleteTheBranch();

        try (FreshCode code = opened()) {
            assertThat(code.worktree().resolve("a.txt")).hasContent("edited");
        }
        assertThat(told)
                .contains("the snapshot's branch slurm-job-20261123-142233 was deleted; its commit is there still."
                        + " To keep that:  git update-ref " + BRANCH + " " + worktree.commit());
        assertThat(git.git("for-each-ref")).doesNotContain("slurm-job");
    }

    @Test
    void withoutTheCommitItSaysSoAndNamesNoRemoteThatThereIsNot() {
        deleteTheBranch();
        deleteTheCommit();

        assertThatThrownBy(this::opened)
                .isInstanceOf(Problem.class)
                .hasMessage("The code of launch sim-20261123-142233 is gone: the commit of its snapshot " + BRANCH
                        + " is not in the repository any more.\n"
                        + "  No remote is configured that may have it. If a copy of the repository has it:"
                        + "  git fetch /PATH/OF/A/COPY " + BRANCH + ":" + BRANCH + "   (commit " + worktree.commit()
                        + ")\n"
                        + "  Else make another launch, of the code as it is now:  mvn slurm:submit");
    }

    @Test
    void aRemoteMayHaveTheCommit() {
        git.then("remote", "add", "mine", temporary.resolve("elsewhere").toString());
        deleteTheBranch();
        deleteTheCommit();

        assertThatThrownBy(this::opened)
                .hasMessageContaining("If it was pushed, fetch it:  git fetch mine " + BRANCH + ":" + BRANCH);
    }

    @Test
    void theCommitAloneRunsNoClassWhoseClassPathWasPruned() throws IOException {
        Files.writeString(folder.script(), "java @" + folder.javaArguments() + "\n");
        deleteTheBranch();

        assertThatThrownBy(this::opened)
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("The class path that launch sim-20261123-142233 froze is gone");
    }
}
