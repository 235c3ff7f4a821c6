package io.github.snapsweep.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionTest {

    private static final BatchScript SCRIPT =
            new BatchScript(Path.of("/l/job.sh"), List.of("0", "a b"), Path.of("/w t"));

    @Test
    void theWholeCommand() {
        Submission submission = submission("/p/.slurm/l1/logs", false)
                .with(new JobOptions(Map.of(SbatchOption.MEM_GB, "4", SbatchOption.TIMEOUT_MIN, "60"), Map.of()))
                .signalled("B:USR2@120")
                .after("afterany:7");

        assertThat(submission.words())
                .containsExactly(
                        "sbatch",
                        "--parsable",
                        "--job-name=train",
                        "--comment=tok-1",
                        "--array=0-99%256",
                        "--output=/p/.slurm/l1/logs/%A_%a.out",
                        "--error=/p/.slurm/l1/logs/%A_%a.err",
                        "--open-mode=append",
                        "--requeue",
                        "--chdir=/w t",
                        "--signal=B:USR2@120",
                        "--time=60",
                        "--mem=4GB",
                        "--dependency=afterany:7",
                        "/l/job.sh",
                        "0",
                        "a b");
    }

    @Test
    void oneFileForBothOutputs() {
        assertThat(submission("/logs", true).words()).noneMatch(word -> word.startsWith("--error"));
    }

    @Test
    void aPercentSignOfTheFolderIsDoubled() {
        assertThat(submission("/50%/%j", false).words()).contains("--output=/50%%/%%j/%A_%a.out");
    }

    @Test
    void aBackslashWouldSwitchThePatternOff() {
        assertThatThrownBy(() -> submission("/a\\b", false))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("backslash");
    }

    @Test
    void theUsersDependencyIsKeptBesideOurs() {
        Submission submission =
                submission("/l", false).with(dependency("afterok:1")).after("afterany:2");

        assertThat(submission.words()).contains("--dependency=afterok:1,afterany:2");
        assertThatThrownBy(submission.with(dependency("afterok:1?afterok:3"))::words)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("alternatives");
    }

    @Test
    void aLineBreakAnywhereIsRefused() {
        Submission submission = submission("/l", false);

        assertThatThrownBy(() -> submission.with(dependency("a\nb")).words()).isInstanceOf(Problem.class);
        assertThatThrownBy(submission("/a\nb", false)::words).isInstanceOf(Problem.class);
        assertThatThrownBy(submission.signalled("USR2\t@1")::words).isInstanceOf(Problem.class);
        BatchScript odd = new BatchScript(Path.of("/s"), List.of("a\rb"), Path.of("/"));
        assertThatThrownBy(() -> Submission.of(submission.label(), submission.array(), submission.logs(), odd)
                        .words())
                .isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource({
        "train, train",
        "'a b/c:d@e*f?g=h', a_b_c_d_e_f_g_h",
        "'  lr\tx\ny ', lr_x_y",
        "'', snapsweep",
        "'  ', snapsweep",
        "é-ß.1, é-ß.1"
    })
    void namesAreMadeUsable(String name, String usable) {
        assertThat(new JobLabel(name, "t").name()).isEqualTo(usable);
    }

    @Test
    void namesEndAt256WithoutHalfACharacter() {
        assertThat(new JobLabel("n".repeat(300), "t").name()).hasSize(256);
        assertThat(new JobLabel("n".repeat(255) + "😀", "t").name()).isEqualTo("n".repeat(255));
    }

    @Test
    void theUsersCommentStandsBehindTheToken() {
        Submission submission = Submission.of(
                new JobLabel("n", "tok", Optional.of("for | Ada")),
                ArrayRange.upTo(1),
                new JobLogs(Path.of("/l"), true),
                SCRIPT);

        assertThat(submission.words()).contains("--comment=tok for | Ada");
        assertThatThrownBy(() -> new JobLabel("n", "tok", Optional.of("é".repeat(511))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("1020 bytes");
        assertThatThrownBy(() -> new JobLabel("n", "two words")).isInstanceOf(IllegalArgumentException.class);
    }

    private static JobOptions dependency(String value) {
        return new JobOptions(Map.of(SbatchOption.DEPENDENCY, value), Map.of());
    }

    private static Submission submission(String logs, boolean stderrToStdout) {
        return Submission.of(
                new JobLabel("train", "tok-1"),
                ArrayRange.upTo(100).throttled(256),
                new JobLogs(Path.of(logs), stderrToStdout),
                SCRIPT);
    }
}
