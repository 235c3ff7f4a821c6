package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Command;
import io.github.snapsweep.process.CommandRunner;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.slurm.SlurmClient;
import io.github.snapsweep.slurm.TaskIndices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of tasks, by what they wrote themselves and by what Slurm's programs answer. */
class LaunchStatesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:22:33Z");
    private static final String UNREACHABLE = "slurm_load_jobs error: Unable to contact slurm controller";

    @TempDir
    Path project;

    private LaunchFolder folder;
    private String squeue = "";
    private String sacct = "";
    private String tokens = "";
    private boolean reachable = true;
    private final List<String> questions = new ArrayList<>();
    private @Nullable String only;

    @BeforeEach
    void launch() throws IOException {
        folder = LaunchFolder.create(project, "sim", NOW);
        Files.createDirectories(folder.marks().resolve("0"));
    }

    private LaunchStatus status(ExecutorKind executor, long pid, Instant created, int tasks, int submitted)
            throws IOException {
        String numbers = only == null ? "0-" + (submitted - 1) : only;
        Part part = executor == ExecutorKind.LOCAL
                ? Part.local(0, TaskIndices.upTo(tasks))
                : LaunchFolderTest.taken(0, numbers, 21);
        return status(tasks, LaunchFolderTest.attempt(1, executor, "here", pid, created, part));
    }

    private LaunchStatus status(int tasks, Attempt... attempts) throws IOException {
        folder.write(LaunchFolderTest.record(folder, tasks, only, attempts));
        return states().of(folder);
    }

    private LaunchStates states() {
        Host host = new Host(Map.of(), "here", "me", Clock.fixed(NOW, ZoneOffset.UTC));
        CommandRunner runner = this::answer;
        return new LaunchStates(new SlurmClient(runner, host, project), host);
    }

    private LaunchStatus inSlurm() throws IOException {
        return status(ExecutorKind.SLURM, 1, NOW, 1, 1);
    }

    private Answer answer(Command command) {
        questions.add(command.line());
        String out =
                command.words().get(0).equals("squeue") ? (command.line().contains("%k") ? tokens : squeue) : sacct;
        return reachable ? new Answer(command, 0, out, "", false) : new Answer(command, 1, "", UNREACHABLE, false);
    }

    private void started(long pid, Instant when) throws IOException {
        started(0, 0, pid, when);
    }

    private void started(int task, int part, long pid, Instant when) throws IOException {
        Files.writeString(
                folder.marks().resolve("0/" + task + "." + part + ".start"),
                "{" + about(task, part, pid, when) + "}\n");
    }

    private void ended(int exit, String why) throws IOException {
        ended(0, 0, exit, why);
    }

    private void ended(int task, int part, int exit, String why) throws IOException {
        Files.writeString(
                folder.marks().resolve("0/" + task + "." + part + ".exit"),
                "{" + about(task, part, 1, NOW.minusSeconds(62)) + ",\"exit\":" + exit + ",\"why\":\"" + why
                        + "\",\"ended\":" + NOW.getEpochSecond() + "}\n");
    }

    private static String about(int task, int part, long pid, Instant when) {
        return "\"task\":" + task + ",\"part\":\"" + part + "\",\"restart\":0,\"host\":\"here\",\"pid\":" + pid
                + ",\"job\":\"77_" + task + "\",\"started\":" + when.getEpochSecond();
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
                "21_0|PENDING|N/A||JobArrayTaskLimit; ; PENDING; as many as arrayParallelism allows run already"
                        + " (JobArrayTaskLimit)",
                "21_[0]|PENDING|N/A||Priority; ; PENDING; others are ahead of it (Priority)",
                "21_0|PENDING|N/A||SiteRule7; ; PENDING; SiteRule7",
                "21_0|RUNNING|N/A|n1|None; ; RUNNING; ''",
                "21_0|TIMEOUT|N/A|n1|TimeLimit; ; TIMEOUT; its time limit: timeoutMin is too small",
                "21_0|NODE_FAIL|N/A|n1|None; ; FAILED; its node failed",
                "'' ; 21_0|TIMEOUT|0:0|60|n1|; TIMEOUT; its time limit: timeoutMin is too small",
                "'' ; 21_0|CANCELLED by 0|0:0|0||; CANCELLED; cancelled",
                "'' ; 21_0|OUT_OF_MEMORY|0:125|5|n1|; FAILED; out of memory: memGb, memPerCpu or memPerGpu is too small",
                "'' ; 21_0|RUNNING|0:0|5|n1|; CANCELLED; gone from the queue before it began",
                "'' ; '' ; CANCELLED; gone from the queue before it began"
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
    void withoutAnAnswerATaskIsAsItWasLast() throws IOException {
        squeue = "21_0|PENDING|N/A||Priority\n";
        inSlurm();
        reachable = false;

        LaunchStatus status = inSlurm();

        assertThat(status.tasks().get(0).state()).isEqualTo(TaskState.PENDING);
        assertThat(status.tasks().get(0).detail()).isEqualTo("others are ahead of it (Priority)");
        assertThat(status.notice())
                .contains("what it said at 2026-11-23T14:22:33Z")
                .contains(UNREACHABLE);
    }

    @Test
    void aTaskThatIsGoneWithoutAMarkWasKilled() throws IOException {
        started(1, NOW.minusSeconds(5));

        TaskStatus task = inSlurm().tasks().get(0);

        assertThat(task.state()).isEqualTo(TaskState.FAILED);
        assertThat(task.detail()).isEqualTo("gone without a word: killed, or lost with its node");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0\0\0\0\0\0"})
    void aMarkThatAPowerCutLeftEmptyTellsNothing(String text) throws IOException {
        started(1, NOW.minusSeconds(5));
        Files.writeString(folder.marks().resolve("0/0.0.exit"), text);
        squeue = "21_0|RUNNING|N/A|n1|None\n";

        assertThat(inSlurm().tasks().get(0).state()).isEqualTo(TaskState.RUNNING);
    }

    /** As over a network file system. */
    @Test
    void theMarkOfAnotherMachineMayBeSeenAMomentLater() throws IOException {
        Path mark = folder.marks().resolve("0/0.0.exit");
        started(1, NOW.minusSeconds(5));
        Files.writeString(
                folder.marks().resolve("0/0.0.start"),
                Files.readString(folder.marks().resolve("0/0.0.start")).replace("\"here\"", "\"node7\""));
        ended(0, "");
        Path unseen = Files.move(mark, folder.path().resolve("unseen"));
        CompletableFuture<Void> seen = CompletableFuture.runAsync(
                () -> assertThat(unseen.toFile().renameTo(mark.toFile())).isTrue(),
                CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));

        assertThat(inSlurm().tasks().get(0).state()).isEqualTo(TaskState.COMPLETED);

        seen.join();
    }

    @Test
    void tasksThatWereNotSentAreSaidToBe() throws IOException {
        squeue = "21_0|RUNNING|N/A|n1|None\n";

        LaunchStatus status = status(ExecutorKind.SLURM, 1, NOW, 2, 1);

        assertThat(status.tasks().get(1).detail()).isEqualTo("mvn slurm:retry sends it");
        assertThat(status.summary()).isEqualTo("1 running, 1 not submitted");
        assertThat(status.hasEnded()).isFalse();
    }

    @Test
    void whileACommandIsAtWorkWhatIsNotSentWaits() throws Exception {
        folder.write(LaunchFolderTest.record(
                folder, 1, null, LaunchFolderTest.attempt(1, ExecutorKind.SLURM, "here", 1, NOW)));
        Process other = GuardHolder.start(folder);
        try {
            assertThat(states().of(folder).tasks().get(0).state()).isEqualTo(TaskState.PENDING);
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(states().of(folder).tasks().get(0).state()).isEqualTo(TaskState.NOT_SUBMITTED);
    }

    @Test
    void theLastAttemptCounts() throws IOException {
        Attempt first =
                LaunchFolderTest.attempt(1, ExecutorKind.SLURM, "here", 1, NOW, LaunchFolderTest.taken(0, "0-1", 21));
        Attempt retry =
                LaunchFolderTest.attempt(2, ExecutorKind.SLURM, "here", 1, NOW, LaunchFolderTest.taken(1, "1", 22));
        ended(0, 0, 0, "");
        ended(1, 0, 3, "");
        squeue = "22_1|RUNNING|N/A|n1|None\n";

        List<TaskStatus> tasks = status(2, first, retry).tasks();

        assertThat(tasks)
                .extracting(TaskStatus::state, TaskStatus::attempt, TaskStatus::job)
                .containsExactly(tuple(TaskState.COMPLETED, 1, "21_0"), tuple(TaskState.RUNNING, 2, "22_1"));
    }

    @Test
    void anAttemptThatSlurmDidNotTakeLeavesATaskAsItWas() throws IOException {
        Attempt first =
                LaunchFolderTest.attempt(1, ExecutorKind.SLURM, "here", 1, NOW, LaunchFolderTest.taken(0, "0", 21));
        Attempt retry = LaunchFolderTest.attempt(
                2,
                ExecutorKind.SLURM,
                "here",
                1,
                NOW,
                LaunchFolderTest.taken(1, "0", 22).refused("no"));
        ended(0, 0, 3, "");

        assertThat(status(1, first, retry).tasks().get(0).detail()).isEqualTo("exit code 3");
    }

    @Test
    void aPartWithoutAnAnswerIsFoundByItsToken() throws IOException {
        tokens = "99|somebody's\n31|token.0 a comment\n";
        squeue = "31_0|PENDING|N/A||Priority\n";

        TaskStatus task = status(1, sending()).tasks().get(0);

        assertThat(task.state()).isEqualTo(TaskState.PENDING);
        assertThat(task.job()).isEqualTo("31_0");
    }

    @Test
    void aPartThatSlurmHasForgottenIsFoundByWhatItsTasksWrote() throws IOException {
        started(1, NOW.minusSeconds(5));
        sacct = "77_0|NODE_FAIL|0:0|5|n1|\n";

        TaskStatus task = status(1, sending()).tasks().get(0);

        assertThat(task.job()).isEqualTo("77_0");
        assertThat(task.detail()).isEqualTo("its node failed");
    }

    @Test
    void aPartThatIsNotFoundIsNoEnd() throws IOException {
        LaunchStatus status = status(1, sending());

        assertThat(status.tasks().get(0).state()).isEqualTo(TaskState.UNKNOWN);
        assertThat(status.tasks().get(0).detail()).contains("mvn slurm:retry");
    }

    private static Attempt sending() {
        Part part = new Part(0, "0", 1, 0, PartState.SENDING, "token.0", null, null, "sbatch", null);
        return LaunchFolderTest.attempt(1, ExecutorKind.SLURM, "here", 1, NOW, part);
    }

    @Test
    void tasksThatShareAJobHaveStatesOfTheirOwn() throws IOException {
        Part part = new Part(0, "0-5", 3, 0, PartState.TAKEN, "token", 21L, null, "sbatch", null);
        ended(0, 0, 0, "");
        started(1, 0, 1, NOW);
        squeue = "21_0|RUNNING|N/A|n1|None\n21_1|PENDING|N/A||Priority\n";

        assertThat(status(6, LaunchFolderTest.attempt(1, ExecutorKind.SLURM, "here", 1, NOW, part))
                        .tasks())
                .extracting(TaskStatus::state)
                .containsExactly(
                        TaskState.COMPLETED,
                        TaskState.RUNNING,
                        TaskState.PENDING,
                        TaskState.PENDING,
                        TaskState.PENDING,
                        TaskState.PENDING);
    }

    @Test
    void allIsAskedInOneQuestionToEach() throws IOException {
        Part[] parts = IntStream.range(0, 50)
                .mapToObj(part -> LaunchFolderTest.taken(part, String.valueOf(part), 100 + part))
                .toArray(Part[]::new);

        status(50, LaunchFolderTest.attempt(1, ExecutorKind.SLURM, "here", 1, NOW, parts));

        assertThat(questions).hasSize(2);
    }

    @Test
    void whenTheQueueAndTheMarksTellAllTheAccountingIsNotAsked() throws IOException {
        squeue = "21_0|RUNNING|N/A|n1|None\n";

        inSlurm();

        assertThat(questions).singleElement().asString().startsWith("squeue");
    }

    @Test
    void whatThisToolHasCancelledItRemembersWhenSlurmDoesNot() throws IOException {
        ended(0, 0, 143, "told to end by SIGTERM: exit code 143");
        new CancelledTasks(folder).add(LaunchFolderTest.taken(0, "0-2", 21), List.of(0, 1));

        assertThat(status(ExecutorKind.SLURM, 1, NOW, 3, 3).tasks())
                .extracting(TaskStatus::state, TaskStatus::detail)
                .containsExactly(
                        tuple(TaskState.CANCELLED, "told to end by SIGTERM: exit code 143"),
                        tuple(TaskState.CANCELLED, "cancelled"),
                        tuple(TaskState.CANCELLED, "gone from the queue before it began"));
    }

    @Test
    void aTaskOfThisMachineThatWasToldToEndWasCancelled() throws IOException {
        ended(143, "told to end by SIGTERM: exit code 143");

        assertThat(local(1, NOW).state()).isEqualTo(TaskState.CANCELLED);
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
        assertThat(live.needs("launch gone of " + project))
                .as("no record, and no job")
                .isFalse();
        reachable = false;
        assertThat(live.needs("launch gone of " + project)).as("no answer").isTrue();
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
