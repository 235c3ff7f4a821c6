package io.github.snapsweep.config;

import static io.github.snapsweep.slurm.SbatchOption.NODES;
import static io.github.snapsweep.slurm.SbatchOption.PARTITION;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecedenceTest {

    private static final String CLUSTERS = "partition: yaml\nclusters:\n  big:\n    partition: cluster\n";

    @TempDir
    Path directory;

    private Given given;

    @BeforeEach
    void empty() {
        given = new Given(directory);
    }

    private void holds(String partition, String origin) {
        Configuration read = given.read();
        assertThat(read.slurm().job().options()).containsEntry(PARTITION, partition);
        assertThat(read.origin("slurm.partition")).map(Origin::text).contains(origin);
    }

    @Test
    void theDefaultHoldsWhereNobodySaysAnything() {
        Configuration read = given.read();

        assertThat(read.slurm().job().options()).containsEntry(NODES, "1").doesNotContainKey(PARTITION);
        assertThat(read.origin("slurm.nodes")).contains(Origin.PRESET);
        assertThat(read.origin("slurm.partition")).isEmpty();
    }

    @Test
    void thePomBeatsTheDefault() {
        given.pom("partition", "pom");
        holds("pom", "pom.xml <partition>");
    }

    @Test
    void yamlBeatsThePom() {
        given.pom("partition", "pom").yaml("partition: yaml\n");
        holds("yaml", "snapsweep.yaml:1:1 partition");
    }

    @Test
    void theClustersSectionBeatsTheRestOfTheFile() {
        given.pom("partition", "pom").yaml(CLUSTERS).property("slurm.cluster", "big");
        holds("cluster", "snapsweep.yaml:4:5 partition");
    }

    @Test
    void theCommandLineBeatsAll() {
        given.pom("partition", "pom").yaml(CLUSTERS).property("slurm.cluster", "big");
        given.property("slurm.partition", "line");
        holds("line", "-Dslurm.partition");
    }

    @Test
    void aClusterIsChosenInThePom() {
        given.pom("cluster", "big").yaml(CLUSTERS);
        holds("cluster", "snapsweep.yaml:4:5 partition");
    }

    @Test
    void aClusterIsChosenInTheFile() {
        given.pom("cluster", "small").yaml("cluster: big\n" + CLUSTERS);
        holds("cluster", "snapsweep.yaml:5:5 partition");
    }

    @Test
    void anotherFileIsReadInsteadOfTheUsual() {
        given.yaml("partition: usual\n")
                .yaml("other.yaml", "partition: other\n")
                .property("slurm.config", "other.yaml");
        holds("other", "other.yaml:1:1 partition");
    }

    @Test
    void thePomNamesAnotherFile() {
        given.yaml("partition: usual\n")
                .yaml("other.yaml", "partition: other\n")
                .pom("config", "other.yaml");
        holds("other", "other.yaml:1:1 partition");
    }

    @Test
    void anEmptyTextTakesAValueBack() {
        given.pom("nodes", "4").pom("partition", "pom");
        given.property("slurm.nodes", "").property("slurm.partition", "");

        assertThat(given.slurm().job().options()).containsEntry(NODES, "1").doesNotContainKey(PARTITION);
        assertThat(given.read().origin("slurm.nodes")).contains(Origin.PRESET);
    }

    @Test
    void nullInYamlTakesAValueBack() {
        given.pom("nodes", "4").yaml("nodes: null\n");
        assertThat(given.slurm().job().options()).containsEntry(NODES, "1");
    }

    @Test
    void aBadValueThatIsOverriddenDoesNoHarm() {
        given.pom("nodes", "many").property("slurm.nodes", "2");
        assertThat(given.slurm().job().options()).containsEntry(NODES, "2");
    }

    @Test
    void listsAreReplaced() {
        given.pom("setup", List.of("one", "two")).yaml("setup: [three]\n");
        assertThat(given.slurm().surroundings().setup()).containsExactly("three");
    }

    @Test
    void mapsAddUpEntryByEntry() {
        given.pom("env", Map.of("A", "pom", "B", "pom"))
                .yaml("env: {B: yaml, C: yaml, D: yaml}\nclusters: {big: {env: {D: null}}}\n")
                .property("slurm.cluster", "big")
                .property("slurm.env.C", "line");

        assertThat(given.slurm().surroundings().env()).isEqualTo(Map.of("A", "pom", "B", "yaml", "C", "line"));
        assertThat(given.read().origin("slurm.env.A")).map(Origin::text).contains("pom.xml <A>");
        assertThat(given.read().origin("slurm.env.C")).contains(new Origin("-Dslurm.env.C"));
        assertThat(given.read().origin("slurm.env.D")).isEmpty();
    }

    @Test
    void aSnapshotGoalsPomHoldsSnapshotSettings() {
        given.goalOf("snapshot").pom("remote", "backup").pom("symlinkPaths", List.of("data"));

        assertThat(given.snapshot().push().remote()).isEqualTo("backup");
        assertThat(given.snapshot().worktree().symlinkPaths()).containsExactly(Path.of("data"));
    }

    @Test
    void aSlurmGoalsPomHoldsSnapshotSettingsInABlock() {
        given.pom("snapshot", Map.of("remote", "backup"));
        assertThat(given.snapshot().push().remote()).isEqualTo("backup");
    }
}
