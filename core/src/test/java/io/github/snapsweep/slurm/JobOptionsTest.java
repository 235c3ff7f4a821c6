package io.github.snapsweep.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JobOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "TIMEOUT_MIN, 60, --time=60",
        "NODES, 2, --nodes=2",
        "GPUS_PER_NODE, a100:4, --gpus-per-node=a100:4",
        "MEM_GB, 4, --mem=4GB",
        "MEM_GB, 4.0, --mem=4GB",
        "MEM_GB, 40, --mem=40GB",
        "MEM_GB, 0, --mem=0GB",
        "MEM_GB, 0.5, --mem=512MB",
        "MEM_GB, 1.5, --mem=1536MB",
        "MEM_GB, 0.0001, --mem=1MB",
        "MEM_PER_CPU, 2G, --mem-per-cpu=2G",
        "PARTITION, ' gpu ', --partition=gpu",
        "EXCLUSIVE, true, --exclusive",
        "EXCLUSIVE, user, --exclusive=user",
    })
    void aSettingIsWrittenAsItsKindSays(SbatchOption option, String value, String word) {
        assertThat(new JobOptions(Map.of(option, value), Map.of()).flags()).containsExactly(word);
    }

    @ParameterizedTest
    @CsvSource({"EXCLUSIVE, false", "PARTITION, ''", "MEM_GB, ' '"})
    void falseAndBlankAskForNothing(SbatchOption option, String value) {
        assertThat(new JobOptions(Map.of(option, value), Map.of()).flags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NODES, 0",
        "NODES, -1",
        "NODES, 1.5",
        "TIMEOUT_MIN, abc",
        "TIMEOUT_MIN, 01:00:00",
        "MEM_GB, 16GB",
        "MEM_GB, -1"
    })
    void aBadNumberIsToldWithItsSetting(SbatchOption option, String value) {
        assertThatThrownBy(() -> new JobOptions(Map.of(option, value), Map.of()).flags())
                .isInstanceOf(Problem.class)
                .hasMessageContaining(option.setting())
                .hasMessageContaining("'" + value + "'");
    }

    @ParameterizedTest
    @EnumSource(SbatchOption.class)
    void noSettingIsOneThatTheToolSets(SbatchOption option) {
        assertThat(new JobOptions(Map.of(), Map.of(option.option(), "7")).flags())
                .containsExactly(option.option() + "=7");
    }

    @ParameterizedTest
    @CsvSource({
        "licenses, matlab:1, --licenses=matlab:1",
        "--licenses, matlab:1, --licenses=matlab:1",
        "mem_bind, local, --mem-bind=local",
        "-L, x, --licenses=x",
        "L, x, --licenses=x",
        "hold, true, --hold",
        "p, gpu, --partition=gpu",
        "tasks_per_node, 2, --ntasks-per-node=2",
    })
    void additionalOptionsMayBeNamedInAnyWay(String name, String value, String word) {
        assertThat(new JobOptions(Map.of(), Map.of(name, value)).flags()).containsExactly(word);
    }

    @Test
    void additionalOptionsComeLastAndReplaceASetting() {
        Map<String, String> additional = new LinkedHashMap<>();
        additional.put("time", "2-00:00:00");
        additional.put("hold", "false");
        additional.put("exclusive", "false");
        Map<SbatchOption, String> values =
                Map.of(SbatchOption.TIMEOUT_MIN, "60", SbatchOption.NODES, "1", SbatchOption.EXCLUSIVE, "true");

        assertThat(new JobOptions(values, additional).flags()).containsExactly("--nodes=1", "--time=2-00:00:00");
    }

    @ParameterizedTest
    @CsvSource({
        "array, -Dsweep",
        "a, -Dslurm.arrayParallelism",
        "parsable, always set",
        "output, .slurm/<launch>/logs",
        "--error, -Dslurm.stderrToStdout",
        "job_name, -Dslurm.name",
        "-J, -Dslurm.name",
        "comment, -Dslurm.comment",
        "open-mode, appended",
        "requeue, -Dslurm.maxNumTimeout",
        "no_requeue, -Dslurm.maxNumTimeout",
        "signal, -Dslurm.signalDelayS",
        "wait, mvn slurm:status",
        "W, mvn slurm:status",
        "wrap, -Dslurm.command",
        "chdir, worktree",
        "D, worktree",
        "test-only, -Dslurm.dryRun",
        "quiet, answer",
        "help, sbatch --help",
    })
    void whatTheToolSetsIsRefusedWithTheSettingToUse(String name, String instead) {
        assertThatThrownBy(() -> new JobOptions(Map.of(), Map.of(name, "x")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("additionalParameters")
                .hasMessageContaining(instead);
    }

    @ParameterizedTest
    @CsvSource({"''", "'--'", "'a b'", "'time=1'", "'licenses;x'"})
    void whatIsNoNameIsRefused(String name) {
        assertThatThrownBy(() -> new JobOptions(Map.of(), Map.of(name, "x"))).isInstanceOf(Problem.class);
    }
}
