package io.github.snapsweep.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PendingReasonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "None; ''",
                "''; ''",
                "Priority; others are ahead of it (Priority)",
                "Resources; waits for nodes to become free (Resources)",
                "JobArrayTaskLimit; as many as arrayParallelism allows run already (JobArrayTaskLimit)",
                "Dependency; waits for another job to end (Dependency)",
                "DependencyNeverSatisfied;"
                        + " 'will never start: what it waits for failed; mvn slurm:cancel removes it (DependencyNeverSatisfied)'",
                "PartitionDown; its partition is down (PartitionDown)",
                // the node names come with it
                "ReqNodeNotAvail, UnavailableNodes:n[1-2];"
                        + " nodes that it asks for are down, drained or reserved (ReqNodeNotAvail, UnavailableNodes:n[1-2])",
                // families of limits: the more special name counts
                "QOSMaxJobsPerUserLimit; as many of yours run as your QOS allows (QOSMaxJobsPerUserLimit)",
                "QOSGrpCpuLimit; all users of your QOS together are at its limit (QOSGrpCpuLimit)",
                "QOSMaxWallDurationPerJobLimit;"
                        + " will never start: timeoutMin is above the limit of your QOS (QOSMaxWallDurationPerJobLimit)",
                "QOSMinGRES; a limit of your QOS (QOSMinGRES)",
                "AssocGrpMemLimit; all users of your account together are at its limit (AssocGrpMemLimit)",
                "AssocMaxCpuPerJobLimit; a limit of your account (AssocMaxCpuPerJobLimit)",
                "SomethingOfALaterSlurm; SomethingOfALaterSlurm"
            })
    void isSaidInWordsWithSlurmsOwnBehindThem(String reason, String words) {
        assertThat(PendingReason.inWords(reason)).isEqualTo(words);
    }
}
