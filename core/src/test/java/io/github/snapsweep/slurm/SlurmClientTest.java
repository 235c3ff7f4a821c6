package io.github.snapsweep.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Command;
import io.github.snapsweep.process.CommandRunner;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SlurmClientTest {

    private static final Host HOST = new Host(
            Map.of("HOME", "/h", "SLURM_CONF", "/c", "SLURM_JOB_ID", "7", "SBATCH_PARTITION", "x"),
            "host",
            "ada",
            Clock.systemUTC());

    private final List<Command> asked = new ArrayList<>();
    private final SlurmClient silent = client(command -> answer(command, 0, "", ""));

    @Test
    void theProgramsNeverSeeAnEnclosingJob() throws InterruptedException {
        silent.queue(List.of(JobId.of(1)));
        silent.submit(submission());

        assertThat(asked.get(0).environment())
                .isEqualTo(Map.of("HOME", "/h", "SLURM_CONF", "/c", "SLURM_BITSTR_LEN", "0"));
        assertThat(asked.get(1).environment()).isEqualTo(Map.of("HOME", "/h", "SLURM_CONF", "/c"));
        assertThat(asked).allSatisfy(command -> assertThat(command.directory()).isEqualTo(Path.of("/dir")));
        assertThat(asked.get(1).timeLimit()).isGreaterThan(asked.get(0).timeLimit());
    }

    @Test
    void theQuestionsWordByWord() throws InterruptedException {
        List<JobId> jobs = List.of(JobId.of(12), JobId.of(9));
        silent.queue(jobs);
        silent.accounting(jobs);
        silent.usage(jobs);
        silent.limits();
        silent.findByToken("tok-1");
        silent.cancel(jobs);
        silent.cancel(JobId.of(12), TaskIndices.of(List.of(3, 4, 5, 8)));
        silent.cancel(JobId.of(12), TaskIndices.of(List.of(3)));

        assertThat(asked.stream().map(command -> String.join(" ", command.words())))
                .containsExactly(
                        "squeue --noheader --array --states=all --jobs=9,12 --format=%i|%T|%S|%N|%r",
                        "sacct --noheader --parsable2 --allocations --jobs=9,12"
                                + " --format=JobID,State,ExitCode,ElapsedRaw,NodeList",
                        "sacct --noheader --parsable2 --duplicates --jobs=9,12"
                                + " --format=JobID,State,NodeList,Submit,Start,End,AllocCPUS,ReqMem,TimelimitRaw,MaxRSS",
                        "scontrol show config",
                        "squeue --noheader --states=all --format=%F|%k",
                        "scancel 9 12",
                        "scancel 12_[3-5,8]",
                        "scancel 12_3");
    }

    @Test
    void jobsOfAnotherClusterAreAskedForThere() throws InterruptedException {
        silent.queue(List.of(JobId.of(1), new JobId(1, Optional.of("big"))));
        silent.findByToken("t", Optional.of("big"));

        assertThat(asked.stream().map(command -> command.words().contains("--clusters=big")))
                .containsExactly(false, true, true);
    }

    @Test
    void aJobThatMayExistIsLookedForWhereverItMayBe() throws InterruptedException {
        SlurmClient client = client(command ->
                answer(command, 0, command.words().contains("--clusters=b") ? "7|t mine\n" : "6|other\n", ""));
        Submission both = submission().with(new JobOptions(Map.of(), Map.of("clusters", "a,b,c")));

        assertThat(client.find(both)).isEqualTo(new Reply.Known<>(Optional.of(new JobId(7, Optional.of("b")))));
        assertThat(asked).hasSize(2);
        assertThat(client.find(submission())).isEqualTo(new Reply.Known<>(Optional.empty()));
        assertThat(asked.get(2).words()).noneMatch(word -> word.startsWith("--clusters"));
    }

    @Test
    void aClusterThatDoesNotAnswerMayHaveTheJob() throws InterruptedException {
        SlurmClient client = client(command -> answer(command, 1, "", "down"));

        assertThat(client.find(submission())).isEqualTo(new Reply.Unavailable<>("down"));
    }

    @Test
    void manyJobsAreAskedForInSeveralLines() throws InterruptedException {
        silent.queue(LongStream.range(1, 402).mapToObj(JobId::of).toList());

        assertThat(asked).hasSize(3);
    }

    @Test
    void anIrregularChoiceOfTasksIsCancelledInSeveralLines() throws InterruptedException {
        TaskIndices odd =
                TaskIndices.of(IntStream.range(0, 1001).map(i -> 2 * i).boxed().toList());

        silent.cancel(JobId.of(1), odd);

        assertThat(asked).hasSize(3);
        assertThat(odd.parts(500).stream().flatMap(part -> part.values().stream()))
                .containsExactlyElementsOf(odd.values());
    }

    @Test
    void noJobsNoQuestion() throws InterruptedException {
        assertThat(silent.queue(List.of())).isEqualTo(new Reply.Known<>(List.of()));
        assertThat(silent.cancel(JobId.of(1), TaskIndices.upTo(0))).isEqualTo(new Reply.Known<>(List.of()));
        assertThat(asked).isEmpty();
    }

    @Test
    void aQueryThatFailsIsNoEmptyList() throws InterruptedException {
        SlurmClient failing = client(command -> answer(command, 1, "", "squeue: error: Connection refused\n"));
        SlurmClient missing = client(command -> {
            throw new IOException("No such file or directory");
        });
        SlurmClient hanging = client(command -> new Answer(command, 137, "", "", true));
        List<JobId> jobs = List.of(JobId.of(1));

        assertThat(failing.queue(jobs)).isEqualTo(new Reply.Unavailable<>("squeue: error: Connection refused"));
        assertThat(missing.accounting(jobs))
                .isEqualTo(new Reply.Unavailable<>("sacct cannot be started: No such file or directory"));
        assertThat(hanging.limits()).isEqualTo(new Reply.Unavailable<>("scontrol gave no answer within 75 s"));
        assertThat(failing.cancel(jobs).known()).isEmpty();
        assertThat(client(command -> answer(command, 210, "", "")).cancel(jobs))
                .isEqualTo(new Reply.Unavailable<>("scancel failed with exit status 210"));
    }

    @Test
    void theFirstQueryWithoutAnAnswerIsTheLast() throws InterruptedException {
        client(command -> answer(command, 1, "", "down"))
                .queue(LongStream.range(1, 402).mapToObj(JobId::of).toList());

        assertThat(asked).hasSize(1);
    }

    @Test
    void aSubmissionIsSentOnce() throws InterruptedException {
        SlurmClient accepting = client(command -> answer(command, 0, "8\n", ""));
        SlurmClient hanging = client(command -> new Answer(command, 137, "", "", true));

        assertThat(accepting.submit(submission())).isEqualTo(new SbatchAnswer.Submitted(JobId.of(8)));
        assertThat(hanging.submit(submission())).isInstanceOf(SbatchAnswer.Uncertain.class);
        assertThat(asked).hasSize(2);
    }

    @Test
    void withoutSbatchThereIsAWayOut() {
        SlurmClient missing = client(command -> {
            throw new IOException("No such file or directory");
        });

        assertThatThrownBy(() -> missing.submit(submission()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("-Dslurm.executor=local");
        assertThat(missing.isInstalled()).isFalse();
    }

    @Test
    void theScrubbedEnvironment() {
        Map<String, String> kept = Map.of(
                "SLURM_CONF",
                "/c",
                "SLURM_CLUSTER_NAME",
                "n",
                "SLURM_JWT",
                "t",
                "PATH",
                "/bin",
                "SLURMX",
                "1",
                "PMI",
                "1");
        Map<String, String> all = new HashMap<>(kept);
        List.of(
                        "SLURM_JOB_ID",
                        "SLURM_TIME_FORMAT",
                        "SLURMD_NODENAME",
                        "SRUN_DEBUG",
                        "SBATCH_QOS",
                        "PMI_RANK",
                        "PMI2_X",
                        "PMIX_RANK",
                        "SQUEUE_FORMAT",
                        "SACCT_FORMAT",
                        "SCANCEL_STATE",
                        "SINFO_FORMAT")
                .forEach(name -> all.put(name, "x"));

        assertThat(SlurmEnvironment.scrubbed(all)).isEqualTo(kept);
    }

    private SlurmClient client(CommandRunner runner) {
        return new SlurmClient(
                command -> {
                    asked.add(command);
                    return runner.run(command);
                },
                HOST,
                Path.of("/dir"));
    }

    private static Answer answer(Command command, int exit, String out, String err) {
        return new Answer(command, exit, out, err, false);
    }

    private static Submission submission() {
        return Submission.of(
                new JobLabel("n", "t"),
                ArrayRange.upTo(2),
                new JobLogs(Path.of("/l"), true),
                new BatchScript(Path.of("/s"), List.of(), Path.of("/w")));
    }
}
