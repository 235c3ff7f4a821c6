package io.github.snapsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class HostileYamlTest {

    @TempDir
    Path directory;

    private Given given;

    @BeforeEach
    void empty() {
        given = new Given(directory);
    }

    private void says(String sentence) {
        assertThat(given.message()).isEqualTo("A setting cannot be used:\n  " + sentence);
    }

    @Test
    void moreAliasesThanAnybodyNeeds() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol]\n");
        for (int i = 1; i < 10; i++) {
            laughs.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, "*a%d,".formatted(i - 1).repeat(9)));
        }
        given.yaml(laughs.toString());
        says("snapsweep.yaml: is not accepted: Number of aliases for non-scalar nodes exceeds the specified max=50.");
    }

    @Test
    void fewAliasesThatGrowLarge() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 8; i++) {
            laughs.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, "*a%d,".formatted(i - 1).repeat(7)));
        }
        given.yaml(laughs.toString());
        assertThat(given.message()).endsWith(": this is nested too deep, or too large with its aliases.");
    }

    @Test
    void anAliasOfItself() {
        given.yaml("a: &a\n  b: *a\n");
        says("snapsweep.yaml:1:4: this is nested too deep, or too large with its aliases.");
    }

    @Test
    void aMergeOfItself() {
        given.yaml("a: &a\n  <<: *a\n");
        says("snapsweep.yaml:1:4: this is nested too deep, or too large with its aliases.");
    }

    @Test
    void aTagThatNamesAClass() {
        given.yaml("partition: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://example.org\"]]\n");
        says("snapsweep.yaml:1:12: this cannot be read as YAML: Global tag is not allowed:"
                + " tag:yaml.org,2002:javax.script.ScriptEngineManager.");
    }

    @Test
    void aTagOfAnApplication() {
        given.yaml("partition: !secret abc\n");
        says("snapsweep.yaml:1:12: the tag !secret is not accepted: values have no class.");
    }

    @Test
    void deepNesting() {
        given.yaml("a: " + "[".repeat(100_000) + "\n");
        says("snapsweep.yaml: is not accepted: Nesting Depth exceeded max 20.");
    }

    @Test
    void aKeyTwice() {
        given.yaml("nodes: 1\nnodes: 2\n");
        says("snapsweep.yaml:2:1 nodes: nodes is set already, by snapsweep.yaml:1:1 nodes; leave one of the two.");
    }

    @Test
    void aKeyThatIsAList() {
        given.yaml("? [a, b]\n: 1\n");
        says("snapsweep.yaml:1:3: a key is a text of at most 1000 letters.");
    }

    @Test
    void aKeyWithoutEnd() {
        given.yaml("? " + "x".repeat(200_000) + "\n: 1\n");
        says("snapsweep.yaml:1:3: a key is a text of at most 1000 letters.");
    }

    @Test
    void aFileWithoutEnd() {
        given.property("slurm.config", "/dev/zero");
        says("/dev/zero: cannot be read: it has more than 262144 bytes.");
    }

    @Test
    void aListForAFile() {
        given.yaml("- a\n");
        says("snapsweep.yaml:1:1: a map of settings is wanted here.");
    }

    @Test
    void severalDocuments() {
        given.yaml("nodes: 1\n---\nnodes: 2\n");
        says(
                "snapsweep.yaml:2:1: this cannot be read as YAML: but found another document (expected a single document in the"
                        + " stream).");
    }

    @Test
    void aSlipOfSyntax() {
        given.yaml("slurm:\n  nodes: 1\n  partition: [a, b\nqos: x\n");
        says(
                "snapsweep.yaml:4:4: this cannot be read as YAML: expected ',' or ']', but got : (while parsing a flow sequence).");
    }

    @Test
    void aTab() {
        given.yaml("slurm:\n\tnodes: 1\n");
        says("snapsweep.yaml:2:1: this cannot be read as YAML: found character '\\t(TAB)' that cannot start any token."
                + " (Do not use \\t(TAB) for indentation) (while scanning for the next token).");
    }

    @Test
    void aHugeFile() {
        given.yaml("# " + "x".repeat(2 << 20));
        says("snapsweep.yaml: cannot be read: it has more than 262144 bytes.");
    }

    @Test
    void aControlCharacter() {
        given.yaml("nodes: \u0000\n");
        assertThat(given.message()).startsWith("A setting cannot be used:\n  snapsweep.yaml");
    }
}
