package io.github.snapsweep.config;

import static io.github.snapsweep.slurm.SbatchOption.GPUS_PER_NODE;
import static io.github.snapsweep.slurm.SbatchOption.NODES;
import static io.github.snapsweep.slurm.SbatchOption.PARTITION;
import static io.github.snapsweep.slurm.SbatchOption.TASKS_PER_NODE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HydraConfigTest {

    @TempDir
    Path directory;

    private Given given;

    @BeforeEach
    void empty() {
        given = new Given(directory);
    }

    @Test
    void theConfigThatTurnedSnapshotsOnInHydraIsReadAsItStands() {
        given.yaml("""
                defaults:
                  - override hydra/launcher: submitit_slurm

                hydra:
                  launcher:
                    snapshot:
                      enabled: true                    # Enable/disable feature
                      branch_prefix: "slurm-job"       # Prefix for branch names
                      symlink_paths:                   # Paths to symlink
                        - "outputs"
                        - "multirun"
                        - ".submitit"
                      push_to_remote: true             # Push branches to remote
                      cleanup_after_job: false         # Keep worktrees
                """);

        SnapshotSettings snapshot = given.snapshot();
        assertThat(snapshot.run().enabled()).isTrue();
        assertThat(snapshot.naming().branchPrefix()).isEqualTo("slurm-job");
        assertThat(snapshot.worktree().symlinkPaths())
                .containsExactly(Path.of("outputs"), Path.of("multirun"), Path.of(".submitit"));
        assertThat(snapshot.push().toRemote()).isTrue();
        assertThat(snapshot.worktree().cleanup()).isEqualTo(CleanupAfterJob.NOTHING);
        assertThat(given.read().origin("snapshot.branchPrefix"))
                .contains(new Origin("snapsweep.yaml:8:7 branch_prefix"));
    }

    @ParameterizedTest
    @CsvSource({"true, WORKTREE", "false, NOTHING", "yes, WORKTREE", "branch, BRANCH"})
    void itsWorktreesMayGoAfterTheJob(String value, CleanupAfterJob cleanup) {
        given.yaml("hydra:\n  launcher:\n    snapshot:\n      cleanup_after_job: " + value + "\n");
        assertThat(given.snapshot().worktree().cleanup()).isEqualTo(cleanup);
    }

    @Test
    void aWholeLauncherIsRead() {
        given.yaml("""
                hydra:
                  sweep: {dir: multirun}
                  launcher:
                    _target_: hydra_plugins.hydra_submitit_launcher.submitit_launcher.SlurmLauncher
                    submitit_folder: ${hydra.sweep.dir}/.submitit/%j
                    name: ${hydra.job.name}
                    timeout_min: 60
                    nodes: 2
                    tasks_per_node: null
                    gpus_per_node: 8
                    partition: gpu
                    max_num_timeout: 3
                    setup: null
                    python: null
                    additional_parameters: {mail-user: me}
                model: {name: big}
                nodes: 7
                """);

        SlurmSettings.Job job = given.slurm().job();
        assertThat(job.options())
                .containsEntry(NODES, "2")
                .containsEntry(TASKS_PER_NODE, "1")
                .containsEntry(GPUS_PER_NODE, "8")
                .containsEntry(PARTITION, "gpu");
        assertThat(job.name()).isEmpty();
        assertThat(job.ending().maxNumTimeout()).isEqualTo(3);
        assertThat(job.additionalParameters()).isEqualTo(Map.of("mail-user", "me"));
    }

    @Test
    void aLauncherFileOfItsOwnIsReadToo() {
        given.yaml("defaults: [submitit_slurm]\n_target_: x\nsubmitit_folder: y\nnodes: 2\n");
        assertThat(given.slurm().job().options()).containsEntry(NODES, "2");
    }

    @Test
    void ourSectionsStandBesideIt() {
        given.yaml("hydra: {launcher: {nodes: 2}}\nsweep: a=1,2\nslurm: {partition: gpu}\n");
        assertThat(given.slurm().job().options()).containsEntry(NODES, "2").containsEntry(PARTITION, "gpu");
        assertThat(given.slurm().sweep().texts()).containsExactly("a=1,2");
    }

    @Test
    void anUnknownKeyOfTheLauncherIsAFault() {
        given.yaml("hydra:\n  launcher:\n    patition: gpu\n");
        assertThat(given.message())
                .hasLineCount(2)
                .endsWith("\n  snapsweep.yaml:3:5 patition: there is no such setting; did you mean partition?");
    }

    @Test
    void anInterpolationInsideALineOfBashIsToldFromBashsOwn() {
        given.yaml("""
                hydra:
                  launcher:
                    setup:
                      - export HERE=${PWD} DATA=${DATA:-/data}
                      - source ${oc.env:HOME}/env.sh
                """);
        assertThat(given.message())
                .isEqualTo(
                        "A setting cannot be used:\n"
                                + "  snapsweep.yaml:5:9 setup: ${oc.env:HOME} is for Hydra to resolve; write the value itself.");
    }

    @Test
    void anInterpolationIsNotTakenForAValue() {
        given.yaml("hydra:\n  launcher:\n    partition: ${oc.env:PART}\n");
        assertThat(given.message())
                .isEqualTo(
                        "A setting cannot be used:\n"
                                + "  snapsweep.yaml:3:5 partition: ${oc.env:PART} is for Hydra to resolve; write the value itself.");
    }
}
