package io.github.snapsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    @TempDir
    Path directory;

    static Stream<Setting<?>> settings() {
        return Catalogue.all().stream();
    }

    @Test
    void noNameIsTakenTwice() {
        assertThat(settings().map(Setting::key)).doesNotHaveDuplicates().contains("slurm.exclude", "snapshot.exclude");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingIsReadByAConfiguration(Setting<?> setting) {
        String bad = setting.kind() instanceof SweepKind ? "[[]]" : "{a: [[]]}";
        Given given = new Given(directory).yaml(setting.section().prefix() + ":\n  " + setting.name() + ": " + bad);
        assertThat(given.message()).contains("snapsweep.yaml:2:").contains(setting.key() + " takes ");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingSaysWhatItMeansInOneLine(Setting<?> setting) {
        assertThat(setting.meaning()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
    }

    @Test
    void theSnapshotsDefaults() {
        SnapshotSettings snapshot = new Given(directory).snapshot();

        assertThat(snapshot.run().enabled()).isTrue();
        assertThat(snapshot.run().onSnapshotFailure()).isEqualTo(OnSnapshotFailure.FAIL);
        assertThat(snapshot.naming().branchPrefix()).isEqualTo("slurm-job");
        assertThat(snapshot.naming().namespace()).isEqualTo(Namespace.BRANCHES);
        assertThat(snapshot.contents().maxFileSize()).isEqualTo(100_000_000);
        assertThat(snapshot.contents().maxTotalSize()).isEqualTo(1_000_000_000);
        assertThat(snapshot.contents().maxFiles()).isEqualTo(50_000);
        assertThat(snapshot.contents().secrets()).isEqualTo(Secrets.FAIL);
        assertThat(snapshot.push()).isEqualTo(new SnapshotSettings.Push(true, "origin", Duration.ofMinutes(1)));
        assertThat(snapshot.worktree().directory()).isEmpty();
        assertThat(snapshot.worktree().symlinkPaths())
                .containsExactly(Path.of("outputs"), Path.of("multirun"), Path.of(".slurm"));
        assertThat(snapshot.worktree().reuse()).isTrue();
        assertThat(snapshot.worktree().cleanup()).isEqualTo(CleanupAfterJob.NOTHING);
        assertThat(snapshot.prune().keepLast()).isEmpty();
        assertThat(snapshot.prune().launches()).isEqualTo(OldLaunches.CLASSPATH);
        assertThat(snapshot.diff()).isEqualTo(new SnapshotSettings.Diff("base", false));
    }

    @Test
    void theLaunchersDefaults() {
        SlurmSettings slurm = new Given(directory).slurm();

        assertThat(slurm.executor().choice()).isEqualTo(ExecutorChoice.AUTO);
        assertThat(slurm.executor().arrayParallelism()).isEqualTo(256);
        assertThat(slurm.executor().parallelism()).isPositive();
        assertThat(slurm.run().launch()).isEqualTo("latest");
        assertThat(slurm.sweep()).isEqualTo(new SlurmSettings.Sweep(List.of(), List.of(), Optional.empty(), 100_000));
        assertThat(slurm.job().ending()).isEqualTo(new SlurmSettings.Ending(Duration.ofMinutes(2), 0));
        assertThat(slurm.job().options().toString()).isEqualTo("{TIMEOUT_MIN=60, NODES=1, TASKS_PER_NODE=1}");
    }

    @Test
    void whatHoldsCanBeListed() {
        Configuration read = new Given(directory).property("slurm.setup", "a,b").read();
        assertThat(read.effective())
                .contains(
                        new Effective("slurm.setup", "a,b", new Origin("-Dslurm.setup")),
                        new Effective("slurm.timeoutMin", "60", Origin.PRESET))
                .noneMatch(setting -> setting.key().equals("slurm.partition"));
    }

    @Test
    void aListOfOneInAPomIsListedAsItsItem() {
        Configuration read = new Given(directory)
                .pom("setup", Map.of("line", "module load java"))
                .read();
        assertThat(read.effective())
                .filteredOn(setting -> setting.key().equals("slurm.setup"))
                .map(Effective::value)
                .containsExactly("module load java");
    }
}
