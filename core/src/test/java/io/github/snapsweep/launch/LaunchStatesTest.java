package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Command;
import io.github.snapsweep.process.CommandRunner;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.slurm.SlurmClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of tasks, by what they wrote themselves and by what Slurm's programs answer. */
class LaunchStatesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:22:33Z");
    private static final String UNREACHABLE = "slurm_load_jobs error: Unable to contact slurm controller";

    @TempDir
    Path project;

    private LaunchFolder folder;
    private String squeue = "";
    private String sacct = "";
    private boolean reachable = true;
    private @Nullable String only;

    @BeforeEach
    void launch() throws IOException {
        folder = LaunchFolder.create(project, "sim", NOW);
        Files.createDirectories(folder.marks().resolve("0"));
    }

    private LaunchStatus status(ExecutorKind executor, long pid, Instant created, int tasks, int submitted)
            throws IOException {
        LaunchRecord one = LaunchFolderTest.record(folder);
        List<LaunchRecord.Job> jobs =
                submitted == 0 ? List.of() : List.of(new LaunchRecord.Job(21, null, 0, submitted, ""));
        folder.write(new LaunchRecord(
                one.schema(),
                one.launch(),
                created,
                one.version(),
                "here",
                pid,
                one.user(),
                one.code(),
                one.sweep(),
                tasks,
                only,
                one.command(),
                executor,
                jobs,
                one.settings(),
                one.milliseconds()));
        Host host = new Host(Map.of(), "here", "me", Clock.fixed(NOW, ZoneOffset.UTC));
        CommandRunner runner = this::answer;
        return new LaunchStates(new SlurmClient(runner, host, project), host).of(folder);
    }

    private LaunchStatus inSlurm() throws IOException {
        return status(ExecutorKind.SLURM, 1, NOW, 1, 1);
    }

    private Answer answer(Command command) {
        String out = command.words().get(0).equals("squeue") ? squeue : sacct;
        return reachable ? new Answer(command, 0, out, "", false) : new Answer(command, 1, "", UNREACHABLE, false);
    }

    private void started(long pid, Instant when) throws IOException {
        Files.writeString(
                folder.marks().resolve("0/0.start"),
                "{\"task\":0,\"attempt\":0,\"host\":\"here\",\"pid\":" + pid + ",\"job\":\"\",\"started\":"
                        + when.getEpochSecond() + "}\n");
    }

    private void ended(int exit, String why) throws IOException {
        Files.writeString(
                folder.marks().resolve("0/0.exit"),
                "{\"task\":0,\"attempt\":0,\"exit\":" + exit + ",\"why\":\"" + why + "\",\"ended\":"
                        + NOW.getEpochSecond() + "}\n");
    }

    @Test
    void theTasksOfALaunchOfSomeKeepTheirNumbers() throws IOException {
        only = "1,3";
        squeue = "21_1|RUNNING|N/A|n1|None\n21_3|PENDING|N/A||Priority\n";

        assertThat(status(ExecutorKind.SLURM, 1, NOW, 2, 4).tasks())
                .extracting(TaskStatus::task, TaskStatus::state)
                .containsExactly(tuple(1, TaskState.RUNNING), tuple(3, TaskState.PENDING));
    }

    @ParameterizedTest
    @CsvSource({
        "0, '', COMPLETED, ''",
        "3, '', FAILED, exit code 3",
        "125, its folder is gone, FAILED, its folder is gone"
    })
    void aTasksOwnMarkIsBelievedFirst(int exit, String why, TaskState state, String detail) throws IOException {
        started(1, NOW.minusSeconds(62));
        ended(exit, why);
        squeue = "21_0|COMPLETING|N/A|n1|None\n";

        TaskStatus task = inSlurm().tasks().get(0);

        assertThat(task.state()).isEqualTo(state);
        assertThat(task.detail()).isEqualTo(detail);
        assertThat(task.elapsed()).hasSeconds(62);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "21_0|PENDING|N/A||JobArrayTaskLimit; ; PENDING; JobArrayTaskLimit",
                "21_[0]|PENDING|N/A||Priority; ; PENDING; Priority",
                "21_0|RUNNING|N/A|n1|None; ; RUNNING; ''",
                "21_0|TIMEOUT|N/A|n1|TimeLimit; ; TIMEOUT; TimeLimit",
                "21_0|NODE_FAIL|N/A|n1|None; ; FAILED; ''",
                "'' ; 21_0|TIMEOUT|0:0|60|n1|; TIMEOUT; TIMEOUT",
                "'' ; 21_0|CANCELLED by 0|0:0|0||; CANCELLED; CANCELLED",
                "'' ; 21_0|OUT_OF_MEMORY|0:125|5|n1|; FAILED; OUT_OF_MEMORY",
                "'' ; '' ; UNKNOWN; Slurm does not know it (any more)"
            })
    void thenTheQueueThenTheAccountingDatabase(String queued, String accounted, TaskState state, String detail)
            throws IOException {
        squeue = queued + "\n";
        sacct = accounted == null ? "" : accounted + "\n";

        TaskStatus task = inSlurm().tasks().get(0);

        assertThat(task.state()).isEqualTo(state);
        assertThat(task.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({"PENDING, BeginTime, PENDING", "RUNNING, None, RUNNING", "REQUEUE_HOLD, JobHeldUser, PENDING"})
    void aTaskThatSlurmPutBackHasNotEnded(String inQueue, String reason, TaskState state) throws IOException {
        ended(143, "told to end by SIGTERM: exit code 143");
        squeue = "21_0|" + inQueue + "|N/A||" + reason + "\n";

        assertThat(inSlurm().tasks().get(0).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED by 0, CANCELLED", "TIMEOUT, TIMEOUT", "FAILED, FAILED", "NODE_FAIL, FAILED"})
    void whyATaskWasToldToEndIsSlurmsToSay(String accounted, TaskState state) throws IOException {
        ended(143, "told to end by SIGTERM: exit code 143");
        sacct = "21_0|" + accounted + "|0:15|60|n1|\n";

        assertThat(inSlurm().tasks().get(0).state()).isEqualTo(state);
        assertThat(inSlurm().tasks().get(0).detail()).isEqualTo("told to end by SIGTERM: exit code 143");
    }

    @Test
    void noAnswerIsNoEnd() throws IOException {
        reachable = false;

        LaunchStatus status = inSlurm();

        assertThat(status.notice()).contains("Slurm did not answer").contains(UNREACHABLE);
        assertThat(status.tasks().get(0).state()).isEqualTo(TaskState.UNKNOWN);
        assertThat(status.hasEnded()).isFalse();
    }

    @Test
    void withoutAnAnswerATaskThatStartedRunsByItsOwnMark() throws IOException {
        reachable = false;
        started(1, NOW.minusSeconds(5));

        assertThat(inSlurm().tasks().get(0).state()).isEqualTo(TaskState.RUNNING);
    }

    @Test
    void tasksOfAnArrayThatSlurmNeverTookAreSaidToBe() throws IOException {
        squeue = "21_0|RUNNING|N/A|n1|None\n";

        LaunchStatus status = status(ExecutorKind.SLURM, 1, NOW, 2, 1);

        assertThat(status.tasks().get(1).detail()).isEqualTo("never submitted");
        assertThat(status.summary()).isEqualTo("1 running, 1 unknown");
    }

    @Test
    void onThisMachineAProcessSaysWhetherItsTaskRuns() throws IOException {
        long pid = ProcessHandle.current().pid();
        Instant begun = ProcessHandle.current().info().startInstant().orElseThrow();
        started(pid, begun);

        assertThat(local(pid, begun).state()).isEqualTo(TaskState.RUNNING);
    }

    @Test
    void aTaskWhoseProcessIsGoneHasFailed() throws Exception {
        started(gone(), NOW);

        TaskStatus task = local(gone(), NOW);

        assertThat(task.state()).isEqualTo(TaskState.FAILED);
        assertThat(task.detail()).isEqualTo("its process is gone");
    }

    @Test
    void aTaskThatWaitsForAMavenThatWasKilledWillNotRun() throws Exception {
        assertThat(local(gone(), NOW).state()).isEqualTo(TaskState.CANCELLED);
    }

    @Test
    void aProcessThatBeganLaterIsAnother() throws IOException {
        Instant longAgo = NOW.minusSeconds(1_000_000_000);

        assertThat(local(ProcessHandle.current().pid(), longAgo).state()).isEqualTo(TaskState.CANCELLED);
    }

    @Test
    void aTaskWaitsWhileItsMavenRuns() throws IOException {
        Instant begun = ProcessHandle.current().info().startInstant().orElseThrow();

        assertThat(local(ProcessHandle.current().pid(), begun).state()).isEqualTo(TaskState.PENDING);
    }

    @Test
    void aLaunchIsNeededUntilItIsKnownToHaveEnded() throws IOException {
        reachable = false;
        inSlurm();
        Host host = new Host(Map.of(), "here", "me", Clock.fixed(NOW, ZoneOffset.UTC));
        LiveLaunches live = new LiveLaunches(new LaunchStates(new SlurmClient(this::answer, host, project), host));
        String lock = LaunchLock.of(folder).text();

        assertThat(live.needs(lock)).isTrue();
        ended(0, "");
        assertThat(live.needs(lock)).as("Slurm may have put it back").isTrue();
        reachable = true;
        assertThat(live.needs(lock)).isFalse();
        assertThat(live.needs("somebody's own reason")).isTrue();
        assertThat(live.needs("launch gone of " + project)).isTrue();
    }

    private TaskStatus local(long pid, Instant created) throws IOException {
        return status(ExecutorKind.LOCAL, pid, created, 1, 0).tasks().get(0);
    }

    private static long gone() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }
}
