package io.github.snapsweep.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What jobs asked for and took, read from lines of sacct. */
class UsageQueryTest {

    private final UsageQuery query = new UsageQuery(new JobGroup(Optional.empty(), List.of(7L)));

    @Test
    void aTaskTookTheMemoryOfItsLargestStep() {
        TaskUsage usage = only("""
                7_3|COMPLETED|n1|2026-11-23T11:00:00|2026-11-23T11:01:00|2026-11-23T11:03:00|2|100M|60|
                7_3.batch|COMPLETED|n1|2026-11-23T11:01:00|2026-11-23T11:01:00|2026-11-23T11:03:00|2|||4736K
                7_3.0|COMPLETED|n1|2026-11-23T11:01:00|2026-11-23T11:01:00|2026-11-23T11:03:00|2|||78072K
                """);

        assertThat(usage.task()).isEqualTo(TaskId.of(JobId.of(7), 3));
        assertThat(usage.memoryUsed()).hasValue(78072L * 1024);
        assertThat(usage.memoryAsked()).hasValue(100L * 1024 * 1024);
        assertThat(usage.timeAsked()).contains(Duration.ofHours(1));
        assertThat(usage.cpus()).isEqualTo(2);
    }

    @Test
    void eachRunOfATaskThatWasPutBackIsTold() {
        TaskUsage usage = only("""
                7_3|PREEMPTED|n1|2026-11-23T11:00:00|2026-11-23T11:01:00|2026-11-23T11:03:00|2|100M|60|
                7_3|RUNNING|n2|2026-11-23T11:03:00|2026-11-23T11:05:00|Unknown|2|100M|60|
                """);

        assertThat(usage.runs())
                .extracting(TaskUsage.Run::state, TaskUsage.Run::node)
                .containsExactly(tuple(JobState.PREEMPTED, "n1"), tuple(JobState.RUNNING, "n2"));
        assertThat(usage.runs().get(0).ended())
                .contains(LocalDateTime.of(2026, 11, 23, 11, 3)
                        .atZone(ZoneId.systemDefault())
                        .toInstant());
        assertThat(usage.runs().get(1).ended()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100M, 104857600", "4Gn, 4294967296", "1Gc, 2147483648", "1.50G, 1610612736", "0, -1", "'', -1", "?, -1"
    })
    void memoryIsInUnitsOf1024AndOnceWasForEachCpu(String asked, long bytes) {
        TaskUsage usage = only("7_3|RUNNING|n1|Unknown|Unknown|Unknown|2|" + asked + "|UNLIMITED|\n");

        assertThat(usage.memoryAsked()).isEqualTo(bytes < 0 ? OptionalLong.empty() : OptionalLong.of(bytes));
        assertThat(usage.timeAsked()).isEmpty();
    }

    @Test
    void tasksThatNeverRanTellNothing() {
        assertThat(query.parse("""
                        7_[0-9%3]|PENDING|None assigned|2026-11-23T11:00:00|Unknown|Unknown|0|100M|60|
                        7_3.batch|COMPLETED|n1|||||||1K
                        sacct: chatter
                        """)).isEmpty();
    }

    private TaskUsage only(String out) {
        List<TaskUsage> all = query.parse(out);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
