package io.github.snapsweep.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.snapsweep.process.Answer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SlurmAnswersTest {

    private static final JobGroup FOUR = group(1, 2, 3, 4);

    @Test
    void squeueListsEveryTaskOnALineOfItsOwn() {
        List<QueuedTask> tasks = queued("--jobs=1,2,3,4", FOUR);

        assertThat(tasks.stream().filter(task -> task.task().job().id() == 3)).hasSize(21);
        assertThat(tasks)
                .contains(
                        new QueuedTask(
                                task(1, 0),
                                JobState.COMPLETED,
                                "None",
                                "n1",
                                Optional.of(LocalDateTime.of(2026, 11, 23, 15, 14, 43))),
                        new QueuedTask(task(3, 211), JobState.PENDING, "JobHeldUser", "", Optional.empty()));
        assertThat(tasks)
                .filteredOn(task -> task.task().equals(job(4)))
                .singleElement()
                .satisfies(task -> assertThat(task.state()).isEqualTo(JobState.FAILED));
    }

    @Test
    void squeueNamesTheReasonInItsOwnWords() {
        assertThat(queued("--jobs=1 ", group(1)))
                .filteredOn(task -> task.task().equals(task(1, 5)))
                .extracting(QueuedTask::reason)
                .containsExactly("job requeued in held state");
    }

    @Test
    void theClustersNameStaysWithTheJob() {
        JobGroup there = new JobGroup(Optional.of("test"), List.of(4L));

        assertThat(queued("--clusters=test", there))
                .extracting(QueuedTask::task)
                .containsExactly(new TaskId(new JobId(4, Optional.of("test")), OptionalInt.empty()));
    }

    @Test
    void aPurgedJobIsAnAnswerAndAnyOtherErrorIsNone() {
        Answer purged = Recorded.answer("squeue.txt", "--jobs=999 ");
        Answer down = Recorded.answer(
                "squeue", 1, "", "slurm_load_jobs error: Unable to contact slurm controller (connect failure)", false);

        assertThat(new Squeue(group(999)).read(purged)).isEqualTo(new Reply.Known<>(List.of()));
        assertThat(new Squeue(group(1)).read(down)).isInstanceOf(Reply.Unavailable.class);
        assertThat(new Squeue(group(999, 998)).read(purged)).isInstanceOf(Reply.Unavailable.class);
    }

    @Test
    void squeueWithoutItsArrayOptionIsExpandedAllTheSame() {
        assertThat(new Squeue(group(47)).parse("CLUSTER: x\n47_[3-5%3]|PENDING|N/A||(Resources | x)\n48|RUNNING|||\n"))
                .extracting(QueuedTask::task)
                .containsExactly(task(47, 3), task(47, 4), task(47, 5));
    }

    @Test
    void sacctListsTasksAndExpandsThoseThatNeverRan() {
        List<AccountedTask> tasks = new Sacct(FOUR)
                .parse(Recorded.answer("sacct.txt", "--allocations --jobs=1,2,3,4")
                        .out());

        assertThat(tasks)
                .contains(
                        new AccountedTask(
                                task(1, 2), JobState.FAILED, Optional.of(new ExitCode(0, 9)), Duration.ZERO, "n1"),
                        new AccountedTask(
                                task(1, 3),
                                JobState.RUNNING,
                                Optional.of(new ExitCode(0, 0)),
                                Duration.ofSeconds(52),
                                "n1"))
                .filteredOn(task -> task.task().job().id() == 2)
                .extracting(AccountedTask::task, AccountedTask::state, AccountedTask::node)
                .containsExactly(tuple(task(2, 0), JobState.CANCELLED, ""), tuple(task(2, 3), JobState.CANCELLED, ""));
    }

    @Test
    void aTasksOwnLineBeatsTheOneThatItShared() {
        String own = "47_3|COMPLETED|0:0|5|n1|";
        String shared = "47_[3-6,8-9%3]|CANCELLED by 0|0:0|0|None assigned|";

        for (String out : List.of(own + "\n" + shared, shared + "\n" + own)) {
            assertThat(new Sacct(group(47)).parse(out))
                    .hasSize(6)
                    .filteredOn(task -> task.task().equals(task(47, 3)))
                    .extracting(AccountedTask::state)
                    .containsExactly(JobState.COMPLETED);
        }
    }

    @Test
    void anEmptySacctIsAnAnswerAndOneWithoutADatabaseIsNone() {
        Sacct sacct = new Sacct(group(999));
        Answer refused = Recorded.answer("sacct", 1, "", "sacct: error: Problem talking to the database", false);

        assertThat(sacct.read(Recorded.answer("sacct.txt", "--jobs=999"))).isEqualTo(new Reply.Known<>(List.of()));
        assertThat(sacct.read(refused).known()).isEmpty();
    }

    @Test
    void aJobIsFoundByTheFirstWordOfItsComment() {
        String out = Recorded.answers("squeue-tokens.txt").get(0).out();

        assertThat(new TokenSearch("tok-1", Optional.empty()).parse(out)).contains(JobId.of(1));
        assertThat(new TokenSearch("tok-4", Optional.of("c")).parse(out)).contains(new JobId(4, Optional.of("c")));
        assertThat(new TokenSearch("tok", Optional.empty()).parse(out)).isEmpty();
        assertThat(new TokenSearch("my", Optional.empty()).parse(out)).isEmpty();
    }

    @Test
    void limitsAreThoseOfTheClusterElseSlurmsOwn() {
        String config = Recorded.answers("scontrol-config.txt").get(0).out();

        assertThat(ClusterLimits.parse(config))
                .isEqualTo(new ClusterLimits(1001, OptionalInt.empty(), Duration.ofMinutes(5), 20_000, "22.05.8"));
        assertThat(ClusterLimits.parse("")).isEqualTo(ClusterLimits.DEFAULTS);
        assertThat(ClusterLimits.parse("MaxArraySize = 4001\nSchedulerParameters = a=1,max_array_tasks=100,b\n")
                        .largestArray())
                .isEqualTo(100);
        assertThat(ClusterLimits.parse("MinJobAge               = 5 sec").minJobAge())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void jobIdsAreReadBack() {
        assertThat(JobId.parse("6;test").orElseThrow().text()).isEqualTo("6;test");
        assertThat(JobId.parse("6")).contains(JobId.of(6));
        assertThat(JobId.parse("6 jobs")).isEmpty();
    }

    @Property
    void noOutputIsTooOdd(@ForAll String out) {
        assertThat(new Squeue(FOUR).parse(out)).isNotNull();
        assertThat(new Sacct(FOUR).parse(out)).isNotNull();
        assertThat(new UsageQuery(FOUR).parse(out)).isNotNull();
        assertThat(new TokenSearch("t", Optional.empty()).parse(out)).isNotNull();
        assertThat(ClusterLimits.parse(out)).isNotNull();
    }

    private static List<QueuedTask> queued(String command, JobGroup jobs) {
        return new Squeue(jobs)
                .read(Recorded.answer("squeue.txt", command))
                .known()
                .orElseThrow();
    }

    private static JobGroup group(long... ids) {
        return new JobGroup(Optional.empty(), Arrays.stream(ids).boxed().toList());
    }

    private static TaskId task(long job, int index) {
        return TaskId.of(JobId.of(job), index);
    }

    private static TaskId job(long job) {
        return new TaskId(JobId.of(job), OptionalInt.empty());
    }
}
