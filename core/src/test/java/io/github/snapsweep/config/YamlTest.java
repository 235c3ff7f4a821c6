package io.github.snapsweep.config;

import static io.github.snapsweep.slurm.SbatchOption.EXCLUSIVE;
import static io.github.snapsweep.slurm.SbatchOption.MEM_GB;
import static io.github.snapsweep.slurm.SbatchOption.TIMEOUT_MIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlTest {

    @TempDir
    Path directory;

    private Given given;

    @BeforeEach
    void empty() {
        given = new Given(directory);
    }

    @Test
    void snakeCaseAndCamelCaseAreOneKey() {
        given.yaml("timeout_min: 5\nmemGb: 0.5\nsnapshot:\n  branch_prefix: a\n  pushToRemote: false\n");

        assertThat(given.slurm().job().options())
                .containsEntry(TIMEOUT_MIN, "5")
                .containsEntry(MEM_GB, "0.5");
        assertThat(given.snapshot().naming().branchPrefix()).isEqualTo("a");
        assertThat(given.snapshot().push().toRemote()).isFalse();
    }

    @Test
    void slurmHasASectionOfItsOwn() {
        given.yaml("slurm:\n  exclusive: true\n  signal_delay_s: 30\n  snapshot: {remote: backup}\n");

        assertThat(given.slurm().job().options()).containsEntry(EXCLUSIVE, "true");
        assertThat(given.slurm().job().ending().signalDelay()).hasSeconds(30);
        assertThat(given.snapshot().push().remote()).isEqualTo("backup");
    }

    @Test
    void aClusterHasAllSections() {
        given.yaml("""
                clusters:
                  big:
                    memGb: 8
                    slurm: {timeoutMin: 7}
                    snapshot: {remote: backup}
                    sweep: {a: [1, 2]}
                """).property("slurm.cluster", "big");

        assertThat(given.slurm().job().options()).containsEntry(MEM_GB, "8").containsEntry(TIMEOUT_MIN, "7");
        assertThat(given.snapshot().push().remote()).isEqualTo("backup");
        assertThat(given.slurm().sweep().texts()).containsExactly("a=1,2");
    }

    @Test
    void anEmptyFileSetsNothing() {
        assertThat(given.yaml("# nothing yet\n").slurm()).isEqualTo(new Given(directory).slurm());
    }

    @Test
    void mergeKeysBringSharedSettings() {
        given.yaml("""
                clusters:
                  small: &shared
                    memGb: 8
                    timeoutMin: 7
                  big:
                    <<: *shared
                    memGb: 64
                """).property("slurm.cluster", "big");
        assertThat(given.slurm().job().options()).containsEntry(MEM_GB, "64").containsEntry(TIMEOUT_MIN, "7");
    }

    @Test
    void aLineOfSetupKeepsItsCommas() {
        given.yaml("setup: |\n  export A=1,2\n  if true; then\n    echo yes\n  fi\n");
        assertThat(given.slurm().surroundings().setup())
                .containsExactly("export A=1,2", "if true; then", "  echo yes", "fi");
    }

    @Test
    void namesInMapsAreNotRespelled() {
        given.yaml("additional_parameters: {mail_user: me}\nenv: {my_var: x}\n");
        assertThat(given.slurm().job().additionalParameters()).isEqualTo(Map.of("mail_user", "me"));
        assertThat(given.slurm().surroundings().env()).isEqualTo(Map.of("my_var", "x"));
    }
}
