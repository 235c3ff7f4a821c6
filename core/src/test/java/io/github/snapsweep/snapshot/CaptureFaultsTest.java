package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.snapsweep.fixture.Fingerprint;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Host;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the machine does to a capture: one clear message, nothing half made, and the next run works. */
class CaptureFaultsTest {

    @TempDir
    Path temporary;

    private GitFixture git;

    @BeforeEach
    void a_repository_with_an_edit() {
        git = GitFixture.in(temporary.resolve("repository"))
                .write("a.txt", "one\n")
                .write("src/b.txt", "two\n")
                .commit("first")
                .write("a.txt", "edited\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {".git/snapsweep", ".git/objects/pack", ".git/refs/heads/slurm"})
    void a_part_of_the_repository_that_cannot_be_written(String part) {
        git.run(Map.of(), "rm", "-rf", part);
        git.write(part, "in the way");
        Fingerprint before = git.fingerprint();

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(Snapper.of(git).named("slurm/x")::create)
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("Exception"));

        assertThat(git.fingerprint()).isEqualTo(before);
        git.delete(part);
        assertThat(Snapper.of(git).named("slurm/x").tree()).isEqualTo(git.tree());
        git.fsck();
    }

    @Test
    void a_disk_that_is_full() throws Exception {
        byte[] noise = new byte[400_000];
        new Random(1).nextBytes(noise);
        git.write("noise.bin", noise);
        Fingerprint before = git.fingerprint();

        String said = inAProcessOfItsOwn("ulimit -f 200; trap '' XFSZ; exec");

        assertThat(said).contains("could not be written", "Is the disk full");
        assertThat(git.fingerprint()).isEqualTo(before);
        assertThat(git.path(".git/snapsweep")).isEmptyDirectory();
        assertThat(Snapper.of(git).tree()).isEqualTo(git.tree());
    }

    @Test
    void what_a_killed_capture_left_is_cleared_away_by_the_next() throws Exception {
        git.config("filter.slow.clean", "cat; touch .git/reached; sleep 60")
                .write(".gitattributes", "slow.txt filter=slow\n")
                .write("slow.txt", "text\n");
        Fingerprint before = git.fingerprint();

        inAProcessOfItsOwn("( while [ ! -e .git/reached ]; do sleep 0.05; done; kill -9 $$ ) & exec");

        git.delete(".git/reached");
        assertThat(git.path(".git/snapsweep")).isNotEmptyDirectory();
        git.fsck().config("filter.slow.clean", "cat");
        assertThat(Snapper.of(git).on(Host.current()).tree()).isEqualTo(git.tree());
        assertThat(git.path(".git/snapsweep")).isEmptyDirectory();
        assertThat(git.fingerprint().lines())
                .containsKeys(before.lines().keySet().toArray(new String[0]));
    }

    @Test
    void a_loop_of_links_is_captured_as_links() {
        git.link("loop/one", "two").link("loop/two", "one").link("self", ".").link("up/here", "..");

        assertThat(Snapper.of(git).tree()).isEqualTo(git.tree());
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret.txt", "secret/"})
    void a_file_or_folder_that_cannot_be_read(String name) throws Exception {
        git.write(name.endsWith("/") ? name + "x" : name, "secret\n");
        git.run(Map.of(), "chmod", "000", name);
        String said = inAProcessOfItsOwn(unprivileged());

        assertThat(said).contains("secret", "cannot be read", "-Dsnapshot.exclude=PATTERN");
        git.run(Map.of(), "chmod", "755", name);
        assertThat(git.git("for-each-ref", "refs/heads/slurm-job*")).isEmpty();
    }

    @Test
    void a_repository_that_is_read_only() throws Exception {
        git.run(Map.of(), "chmod", "-R", "a-w", ".git");

        String said = inAProcessOfItsOwn(unprivileged());

        git.run(Map.of(), "chmod", "-R", "u+w", ".git");
        assertThat(said).contains("could not be written", ".git not writable");
        assertThat(git.git("for-each-ref", "refs/heads/slurm-job*")).isEmpty();
    }

    /** Without root's power over permissions, where these tests run as root. */
    private static String unprivileged() {
        return "case $(id -u) in 0) exec setpriv --bounding-set=-all --inh-caps=-all \"$@\";; esac; exec";
    }

    /** Takes a snapshot in another process, and gives what it said. */
    private String inAProcessOfItsOwn(String before) throws Exception {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        before + " \"$@\" 2>&1",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CaptureOnce.class.getName(),
                        git.root().toString())
                .directory(git.root().toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
