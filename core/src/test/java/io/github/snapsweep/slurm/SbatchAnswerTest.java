package io.github.snapsweep.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.problem.SlurmProblems;
import io.github.snapsweep.process.Answer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SbatchAnswerTest {

    static List<Answer> refusals() {
        return Recorded.answers("sbatch-refused.txt");
    }

    static List<Answer> uncertain() {
        return Recorded.answers("sbatch-uncertain.txt");
    }

    static List<Answer> submitted() {
        return Recorded.answers("sbatch-submitted.txt");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyRecordedRefusalIsOneAndNamesASettingAndACommand(Answer answer) {
        SbatchAnswer read = SbatchAnswer.parse(answer);
        String text = read instanceof SbatchAnswer.Unreached unreached
                ? unreached.text()
                : ((SbatchAnswer.Refused) read).text();
        assertThat(text).isEqualTo(answer.err().strip());
        assertThat(SlurmProblems.advice(text))
                .isNotEqualTo(SlurmProblems.advice("a text that nobody knows"))
                .contains("-Dslurm.")
                .containsPattern("(sinfo|sacctmgr|squeue|scontrol|sbatch|man|munge|ls) |-Dslurm.dryRun=true");
    }

    @Test
    void aControllerThatCannotBeReachedIsTheOneRefusalThatMayPass() {
        assertThat(refusals())
                .filteredOn(answer -> SbatchAnswer.parse(answer) instanceof SbatchAnswer.Unreached)
                .extracting(answer -> answer.err().strip())
                .allMatch(text -> text.contains("Unable to contact slurm controller"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("submitted")
    void everyRecordedSuccessGivesItsId(Answer answer) {
        assertThat(SbatchAnswer.parse(answer)).isInstanceOf(SbatchAnswer.Submitted.class);
    }

    @ParameterizedTest
    @MethodSource("uncertain")
    void aJobThatMayExistIsNeverCalledRefused(Answer answer) {
        assertThat(SbatchAnswer.parse(answer)).isInstanceOf(SbatchAnswer.Uncertain.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123 | 123 |",
                "6;test | 6 | test",
                "Submitted batch job 7 | 7 |",
                "Submitted batch job 7 on cluster test | 7 | test",
                "Welcome to the cluster!\\n2 jobs left\\n123\\n | 123 |",
                "12\\nis your quota\\n123;big\\n | 123 | big",
                "123\\nHave a nice day | 123 |",
                "*** Submitted batch job 99 *** | 99 |",
            })
    void theIdIsFoundAmongChatter(String out, long id, String cluster) {
        assertThat(parse(0, out.replace("\\n", "\n"), ""))
                .isEqualTo(new SbatchAnswer.Submitted(new JobId(id, Optional.ofNullable(cluster))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sbatch: error: Batch job submission failed: Socket timed out on send/recv operation",
                "sbatch: error: Batch job submission failed: Zero Bytes were transmitted or received",
                "sbatch: error: Batch job submission failed: Message receive failure",
            })
    void aConnectionThatBrokeLeavesItOpen(String err) {
        assertThat(parse(1, "", err)).isEqualTo(new SbatchAnswer.Uncertain(err));
    }

    @Test
    void sbatchKilledAtItsTimeLimitLeavesItOpen() {
        assertThat(SbatchAnswer.parse(Recorded.answer("sbatch", 137, "", "", true)))
                .isEqualTo(new SbatchAnswer.Uncertain("sbatch gave no answer within 3 s"));
    }

    @Test
    void sbatchKilledBySomebodyLeavesItOpenButABadOptionDoesNot() {
        assertThat(parse(143, "", "")).isInstanceOf(SbatchAnswer.Uncertain.class);
        assertThat(parse(255, "", "sbatch: error: Invalid --time specification"))
                .isInstanceOf(SbatchAnswer.Refused.class);
    }

    @Test
    void successWithoutAnIdAndFailureWithOneAreOpen() {
        assertThat(parse(0, "", "")).isInstanceOf(SbatchAnswer.Uncertain.class);
        assertThat(parse(1, "123\n", "wrapper: log not writable")).isInstanceOf(SbatchAnswer.Uncertain.class);
    }

    private static SbatchAnswer parse(int exit, String out, String err) {
        return SbatchAnswer.parse(Recorded.answer("sbatch", exit, out, err, false));
    }
}
