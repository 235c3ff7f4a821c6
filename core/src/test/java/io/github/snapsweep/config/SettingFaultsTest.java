package io.github.snapsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingFaultsTest {

    @TempDir
    Path directory;

    private Given given;

    @BeforeEach
    void empty() {
        given = new Given(directory);
    }

    private void says(String... sentences) {
        assertThat(given.message().lines().skip(1).map(String::strip)).containsExactly(sentences);
        assertThat(given.message())
                .startsWith(
                        sentences.length == 1
                                ? "A setting cannot be used:\n  "
                                : sentences.length + " settings cannot be used:\n  ");
    }

    @Test
    void anUnknownElementOfThePom() {
        given.pom("partiton", "gpu");
        says("pom.xml <partiton>: there is no such setting; did you mean partition?");
    }

    @Test
    void anUnknownProperty() {
        given.property("slurm.timeout_min", "5");
        says("-Dslurm.timeout_min: there is no such setting; did you mean -Dslurm.timeoutMin?");
    }

    @Test
    void anUnknownKeyOfYaml() {
        given.yaml("slurm:\n  node: 3\n");
        says("snapsweep.yaml:2:3 node: there is no such setting; did you mean nodes?");
    }

    @Test
    void anUnknownKeyOfAClusterThatIsNotChosen() {
        given.yaml("clusters:\n  big:\n    snapshot: {remot: x}\n");
        says("snapsweep.yaml:3:16 remot: there is no such setting; did you mean remote?");
    }

    @Test
    void aValueOfAClusterThatIsNotChosen() {
        given.yaml("clusters:\n  big:\n    nodes: many\n");
        says("snapsweep.yaml:3:5 nodes: \"many\" is not accepted; slurm.nodes takes a whole number of at least 1.");
    }

    @Test
    void aValueOfAFileThatAnotherSourceSetsToo() {
        given.yaml("nodes: many\n").property("slurm.nodes", "2");
        says("snapsweep.yaml:1:1 nodes: \"many\" is not accepted; slurm.nodes takes a whole number of at least 1.");
    }

    @Test
    void aPropertyThatIsSpelledAsInAFile() {
        given.property("slurm.snapshot.branch_prefix", "a").property("slurm.additional_parameters.mail-user", "me");
        says(
                "-Dslurm.additional_parameters.mail-user: there is no such setting;"
                        + " did you mean -Dslurm.additionalParameters.mail-user?",
                "-Dslurm.snapshot.branch_prefix: there is no such setting; did you mean -Dsnapshot.branchPrefix?");
    }

    @Test
    void aSettingOfTheOtherSection() {
        given.property("slurm.symlinkPaths", "a").pom("remote", "backup");
        says(
                "-Dslurm.symlinkPaths: there is no such setting; did you mean -Dsnapshot.symlinkPaths?",
                "pom.xml <remote>: there is no such setting; did you mean snapshot.remote?");
    }

    @Test
    void anUnknownKeyThatIsLikeNoOther() {
        given.property("snapshot.zzz", "1");
        says("-Dsnapshot.zzz: there is no such setting; there are enabled, skip, branchPrefix, symlinkPaths,"
                + " pushToRemote, remote, pushTimeout, worktreeDir, reuse, cleanupAfterJob, onSnapshotFailure,"
                + " maxFileSize, maxTotalSize, maxFiles, secrets, namespace, exclude, resultFile, name, against,"
                + " stat, keepLast, olderThan, remoteBranches, launches, fix, dryRun.");
    }

    @Test
    void aWordForANumber() {
        given.property("slurm.nodes", "two");
        says("-Dslurm.nodes: \"two\" is not accepted; slurm.nodes takes a whole number of at least 1.");
    }

    @Test
    void aNumberOutOfRange() {
        given.yaml("array_parallelism: 0\n");
        says("snapsweep.yaml:1:1 array_parallelism: \"0\" is not accepted;"
                + " slurm.arrayParallelism takes a whole number of at least 1.");
    }

    @Test
    void aWordThatIsNoChoice() {
        given.property("snapshot.secrets", "maybe");
        says("-Dsnapshot.secrets: \"maybe\" is not accepted; snapshot.secrets takes fail or warn or allow.");
    }

    @Test
    void aListForAText() {
        given.yaml("partition:\n  - a\n  - b\n");
        says("snapsweep.yaml:1:1 partition: a list is not accepted; slurm.partition takes a text of one line.");
    }

    @Test
    void aMapInAList() {
        given.yaml("setup:\n  - module load x\n  - {a: 1}\n");
        says("snapsweep.yaml:3:5 setup: a map is not accepted; slurm.setup takes a list of lines for bash.");
    }

    @Test
    void aTextForASection() {
        given.yaml("snapshot: true\n");
        says("snapsweep.yaml:1:1 snapshot: a text is not accepted; snapshot takes a map of settings.");
    }

    @Test
    void aTextForAMap() {
        given.property("slurm.env", "A=1");
        says(
                "-Dslurm.env: a text is not accepted; slurm.env takes variables by name, such as -Dslurm.env.SEED=1, but those that bash or Slurm sets for each task.");
    }

    @Test
    void aNameInAMapThatIsNone() {
        given.pom("env", Map.of("A-B", "1"));
        says(
                "pom.xml <A-B>: the name \"A-B\" is not accepted;"
                        + " slurm.env takes variables by name, such as -Dslurm.env.SEED=1, but those that bash or Slurm sets for each task.");
    }

    @Test
    void everyBadItemOfAList() {
        given.property("snapshot.symlinkPaths", "/tmp, ok, ../up, a/../../b, .git/hooks, .");
        String takes =
                "-Dsnapshot.symlinkPaths: \"%s\" is not accepted; snapshot.symlinkPaths takes a list, each of it a"
                        + " relative path that stays in the project's directory, without .. and outside .git.";
        says(
                takes.formatted("/tmp"),
                takes.formatted("../up"),
                takes.formatted("a/../../b"),
                takes.formatted(".git/hooks"),
                takes.formatted("."));
    }

    @Test
    void anOpenQuote() {
        given.property("slurm.arguments", "a,\"b,c");
        says("-Dslurm.arguments: the quote \" is never closed;" + " slurm.arguments takes a list, each of it a text.");
    }

    @Test
    void aShellsOperatorInACommand() {
        given.property("slurm.command", "python train.py > log");
        says("-Dslurm.command: the > at column 17 is for a shell, and no shell runs this; slurm.command takes a list of"
                + " words, or a text that is split into words at its blanks, quotes minded; what needs a shell goes"
                + " into slurm.script.");
    }

    @Test
    void aKeyInBothSpellings() {
        given.yaml("mem_gb: 4\nmemGb: 8\n");
        says("snapsweep.yaml:2:1 memGb: slurm.memGb is set already, by snapsweep.yaml:1:1 mem_gb;"
                + " leave one of the two.");
    }

    @Test
    void aKeyAtTheTopAndInItsSection() {
        given.yaml("nodes: 1\nslurm:\n  nodes: 2\n");
        says("snapsweep.yaml:3:3 nodes: slurm.nodes is set already, by snapsweep.yaml:1:1 nodes;"
                + " leave one of the two.");
    }

    @Test
    void bothNamesOfTheSweep() {
        given.property("sweep", "a=1").property("slurm.sweep", "a=2");
        says("-Dsweep: slurm.sweep is set already, by -Dslurm.sweep; leave one of the two.");
    }

    @Test
    void aClusterThatHasNoSection() {
        given.yaml("clusters: {big: {}, small: {}}\n").property("slurm.cluster", "bigg");
        says("-Dslurm.cluster: there is no cluster bigg in the settings file; did you mean big?");
    }

    @Test
    void aClusterThatIsLikeNoOther() {
        given.yaml("clusters: {big: {}, small: {}}\n").property("slurm.cluster", "gamma");
        says("-Dslurm.cluster: there is no cluster gamma in the settings file; it has big, small.");
    }

    @Test
    void aClusterWithoutAFile() {
        given.pom("cluster", "big");
        says("pom.xml <cluster>: there is no cluster big in the settings file; it has no clusters.");
    }

    @Test
    void aFileThatIsNotThere() {
        given.property("slurm.config", "none.yaml");
        says("-Dslurm.config: there is no file " + directory.resolve("none.yaml") + ".");
    }

    @Test
    void aFolderForAFile() throws IOException {
        Files.createDirectory(directory.resolve("conf"));
        given.property("slurm.config", "conf");
        says("conf: cannot be read: Is a directory.");
    }

    @Test
    void aFileThatNamesAFile() {
        given.yaml("config: other.yaml\n");
        says("snapsweep.yaml:1:1 config: this has no effect here; give it as -Dslurm.config.");
    }

    @Test
    void anEmptyListInASweep() {
        given.yaml("sweep:\n  lr: []\n");
        says("snapsweep.yaml:2:3 lr: an empty list is not accepted; slurm.sweep takes a text such as \"lr=0.1,0.01"
                + " seed=range(0,10)\", a list of them, or a map from a parameter to its text, number or list of"
                + " values.");
    }

    @Test
    void faultsOfAllSourcesAreToldAtOnce() {
        given.pom("nodes", "x").pom("skipp", "true").yaml("snapshot: {max_file_size: big}\n");
        given.property("slurm.maxPoints", "-1").property("slurm.memGb", "4").property("slurm.memPerCpu", "2G");
        says(
                "pom.xml <skipp>: there is no such setting; did you mean skip?",
                "snapsweep.yaml:1:12 max_file_size: \"big\" is not accepted; snapshot.maxFileSize takes a size such as"
                        + " 500kB, 100MB, 1.5GB or 2GiB.",
                "-Dslurm.maxPoints: \"-1\" is not accepted; slurm.maxPoints takes a whole number of at least 1.",
                "pom.xml <nodes>: \"x\" is not accepted; slurm.nodes takes a whole number of at least 1.",
                "-Dslurm.memPerCpu: slurm.memPerCpu and slurm.memGb (-Dslurm.memGb) exclude each other; leave one, or"
                        + " take one back with -Dslurm.memGb= or -Dslurm.memPerCpu=.");
    }
}
