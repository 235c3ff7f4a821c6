package io.github.snapsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SlurmProblemsTest {

    private static final Pattern COMMAND =
            Pattern.compile("(sinfo|sacctmgr|squeue|scontrol|sbatch|man|munge|ls) |-Dslurm.dryRun=true");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Invalid partition name specified | -Dslurm.partition=NAME | sinfo -s",
                "Required partition not available (inactive or drain) | -Dslurm.partition=NAME | sinfo -s",
                "Invalid account or account/partition combination specified | -Dslurm.account=NAME | sacctmgr show assoc",
                "Invalid qos specification | -Dslurm.qos=NAME | sacctmgr show assoc",
                "error: QOSMaxSubmitJobPerUserLimit; Job violates accounting/QOS policy | fewer points | sacctmgr show qos",
                "error: AssocMaxSubmitJobLimit; Job violates accounting/QOS policy | fewer points | sacctmgr show assoc",
                "Job violates accounting/QOS policy (job submit limit, ...) | -Dslurm.qos=NAME | sacctmgr show qos",
                "Memory specification can not be satisfied; Requested node configuration is not available | -Dslurm.memGb=N | sinfo -o",
                "Requested node configuration is not available | -Dslurm.gpusPerNode=N | sinfo -o",
                "Invalid generic resource (gres) specification | -Dslurm.gres=gpu:1 | sinfo -o",
                "Invalid feature specification | -Dslurm.constraint=NAME | sinfo -o",
                "Invalid node name specified | -Dslurm.nodelist=NAMES | sinfo -N",
                "Requested reservation is invalid | -Dslurm.reservation=NAME | scontrol show reservation",
                "Invalid license specification | -Dslurm.additionalParameters.licenses | scontrol show licenses",
                "Job dependency problem | -Dslurm.dependency=afterok:JOBID | squeue --me",
                "Invalid --time specification | -Dslurm.timeoutMin=60 | man sbatch",
                "'x' is not a valid node count | -Dslurm.nodes=1 | man sbatch",
                "Invalid --mem specification | -Dslurm.memGb=4 | man sbatch",
                "Invalid --mail-type specification | -Dslurm.mailType=END,FAIL | man sbatch",
                "Invalid job array specification | fewer points | scontrol show config",
                "Requested time limit is invalid (missing or exceeds some limit) | -Dslurm.timeoutMin=M | sinfo -o",
                "Unable to contact slurm controller (connect failure) | -Dslurm.executor=local | scontrol ping",
                "Unspecified error | -Dslurm.account=NAME | sacctmgr show assoc",
                "Could not establish a configuration source | export SLURM_CONF= | scontrol ping",
                "Munge encode failed: Protocol authentication error | -Dslurm.executor=local | munge -n",
                "Resource temporarily unavailable | fewer points | MaxJobCount",
                "unrecognized option '--nosuch' | -Dslurm.additionalParameters.NAME=VALUE | sbatch --help",
                "something that no version says | -Dslurm.dryRun=true | sinfo -s",
            })
    void aRefusalNamesTheSettingAndTheCommandThatShowsWhatIsAllowed(String said, String setting, String command) {
        assertThat(SlurmProblems.advice("sbatch: error: Batch job submission failed: " + said.replace("; ", "\n")))
                .contains(setting)
                .contains(command);
    }

    @ParameterizedTest
    @EnumSource(SbatchRefusal.class)
    void everyAdviceNamesASettingAndACommand(SbatchRefusal refusal) {
        assertThat(refusal.advice()).contains("-Dslurm.").containsPattern(COMMAND);
    }

    @Test
    void aRefusalIsToldInSbatchsWordsAndOurs() {
        String said = "sbatch: error: invalid partition specified: nosuch\n"
                + "sbatch: error: Batch job submission failed: Invalid partition name specified";

        assertThat(SlurmProblems.refused(said, SlurmProblems.advice(said))).hasMessage("""
                        Slurm refused the job. sbatch said:
                            sbatch: error: invalid partition specified: nosuch
                            sbatch: error: Batch job submission failed: Invalid partition name specified
                          Name one of this cluster:  -Dslurm.partition=NAME
                          sinfo -s  lists them.""");
    }

    @Test
    void aJobThatMayExistIsToBeLookedFor() {
        assertThat(SlurmProblems.uncertain("Socket timed out", "snap-1")).hasMessageContaining("grep snap-1");
    }

    @Test
    void withoutSlurmTheWayOutIsThisMachine() {
        assertThat(SlurmProblems.missing("sbatch")).hasMessageContaining("-Dslurm.executor=local");
        assertThat(SlurmProblems.cannotStart("sbatch", new Exception("no")))
                .hasMessageContaining("-Dslurm.executor=local");
    }

    @Test
    void valuesAreShownOnOneLine() {
        assertThat(SlurmProblems.controlCharacter("--gres", "a\nb")).hasMessageContaining("'a?b'");
        assertThat(SlurmProblems.notAnOption("x".repeat(99))).hasMessageContaining("x".repeat(60) + "...");
    }

    @Test
    void theOthersNameTheirSettings() {
        assertThat(SlurmProblems.commentTooLong(9)).hasMessageContaining("-Dslurm.comment");
        assertThat(SlurmProblems.backslashInLogs(Path.of("a\\b"))).hasMessageContaining("a\\b");
        assertThat(SlurmProblems.alternativeDependency("a?b")).hasMessageContaining("-Dslurm.dependency");
        assertThat(SlurmProblems.cancelFailed("no\n")).hasMessageContaining("cancel the jobs: no");
    }
}
