package io.github.snapsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionsTest {

    @TempDir
    Path directory;

    private Given given;

    @BeforeEach
    void empty() {
        given = new Given(directory);
    }

    @ParameterizedTest
    @CsvSource({
        "memGb, 4, memPerCpu, 2G",
        "memGb, 4, memPerGpu, 2G",
        "memPerCpu, 1G, memPerGpu, 2G",
        "cpusPerTask, 4, cpusPerGpu, 2"
    })
    void optionsThatSbatchRefusesTogether(String first, String value, String second, String other) {
        given.pom("gpusPerNode", "1").pom(first, value).property("slurm." + second, other);
        assertThat(given.message())
                .isEqualTo(
                        "A setting cannot be used:\n  -Dslurm.%2$s: slurm.%2$s and slurm.%1$s (pom.xml <%1$s>) exclude each other; leave one, or take one back with -Dslurm.%1$s= or -Dslurm.%2$s=."
                                .formatted(first, second));
    }

    @ParameterizedTest
    @CsvSource({"build, make", "carry, data", "isolation, task"})
    void whatIsDoneToTheWorktreeNeedsASnapshot(String setting, String value) {
        given.pom(setting, value).property("snapshot.enabled", "false");
        assertThat(given.message())
                .isEqualTo(
                        "A setting cannot be used:\n  pom.xml <%1$s>: slurm.%1$s needs the worktree of a snapshot, and snapshot.enabled is false; leave one of the two."
                                .formatted(setting));
    }

    @Test
    void aPrivateCopyIsOnOneNode() {
        given.pom("isolation", "task").pom("useSrun", "true").pom("nodes", "2");
        assertThat(given.message())
                .isEqualTo(
                        "A setting cannot be used:\n  pom.xml <isolation>: slurm.isolation = task gives a copy on one node's disk, and a task with srun and slurm.nodes runs on several; leave one of the two.");
    }

    @Test
    void theClassesOfAJavaModuleMustBeThereWhenItsPathIsMade() {
        given.pom("mainClass", "org.example.app/a.Main")
                .pom("build", "mvn -q package")
                .pom("buildOn", "slurm");
        assertThat(given.message())
                .isEqualTo(
                        "A setting cannot be used:\n  pom.xml <buildOn>: slurm.buildOn = slurm builds the classes too late to tell which are of the module that slurm.mainClass names; set slurm.buildOn = here.");
    }

    @Test
    void oneOfTwoIsTakenBack() {
        given.pom("memGb", "4").property("slurm.memPerCpu", "2G").property("slurm.memGb", "");
        assertThat(given.slurm().job().options()).containsValue("2G").doesNotContainValue("4");
    }

    @ParameterizedTest
    @CsvSource({"cpusPerGpu, 4", "memPerGpu, 4G"})
    void whatCountsPerGpuNeedsOne(String setting, String value) {
        given.property("slurm." + setting, value);
        assertThat(given.message())
                .isEqualTo(
                        "A setting cannot be used:\n  -Dslurm.%1$s: slurm.%1$s counts per GPU, and no GPU is asked for; set slurm.gpusPerNode or slurm.gpusPerTask."
                                .formatted(setting));
    }

    @ParameterizedTest
    @CsvSource({"gpusPerTask, 1", "gpusPerNode, a100:2", "gres, gpu:1", "additionalParameters.gpus, 2"})
    void aGpuIsAskedForInSeveralWays(String setting, String value) {
        given.property("slurm.cpusPerGpu", "4").property("slurm." + setting, value);
        assertThat(given.slurm().job().options()).containsValue("4");
    }

    @Test
    void aWarningBeforeTheJobsStart() {
        given.property("slurm.signalDelayS", "60").property("slurm.timeoutMin", "1");
        assertThat(given.message())
                .isEqualTo("A setting cannot be used:\n  -Dslurm.signalDelayS: slurm.signalDelayS = 60 s is not less"
                        + " than the whole time of the job, slurm.timeoutMin = 1 min.");
    }

    @Test
    void theDefaultWarningIsNotHeldAgainstAShortJob() {
        given.property("slurm.timeoutMin", "1");
        assertThat(given.slurm().job().ending().signalDelay()).hasMinutes(2);
    }
}
