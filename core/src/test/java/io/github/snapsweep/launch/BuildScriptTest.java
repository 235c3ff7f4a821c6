package io.github.snapsweep.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.fixture.GitFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script of a build, run by the real bash in a real worktree. */
@Timeout(120)
class BuildScriptTest {

    @TempDir
    Path folder;

    private GitFixture worktree;
    private LaunchFolder launch;

    @BeforeEach
    void repository() throws IOException {
        GitFixture user = GitFixture.in(folder.resolve("user"))
                .write("sub/in.txt", "one\n")
                .commit("first");
        user.git("worktree", "add", "--detach", folder.resolve("worktree").toString());
        worktree = GitFixture.at(folder.resolve("worktree"));
        launch = launch();
    }

    private LaunchFolder launch() throws IOException {
        return LaunchFolder.create(folder.resolve("user"), "sim", Instant.EPOCH);
    }

    @Test
    void itRunsInTheProjectsFolderOfTheWorktreeAfterTheSetup() throws Exception {
        int exit = build(
                launch,
                List.of("export GREETING=hello"),
                List.of("echo \"$GREETING $NAME\" >out.txt", "cat in.txt >>out.txt"),
                Map.of());

        assertThat(exit).isZero();
        assertThat(worktree.path("sub/out.txt")).hasContent("hello it's $me\none");
        BuildMark mark = BuildMark.of(launch).orElseThrow();
        assertThat(mark.hasSucceeded()).isTrue();
        assertThat(mark.made()).hasSize(64);
    }

    @Test
    void whatItMadeIsKnownByItsDigest() throws Exception {
        build(launch, List.of(), List.of("echo one >out.txt"), Map.of());
        String first = made(launch);
        LaunchFolder again = launch();
        build(again, List.of(), List.of("exit 9"), Map.of());
        assertThat(made(again)).as("built already: the same").isEqualTo(first);

        worktree.write("sub/out.txt", "two\n");
        LaunchFolder changed = launch();
        build(changed, List.of(), List.of("exit 9"), Map.of());
        assertThat(made(changed)).isNotEqualTo(first);
    }

    @Test
    void aLineThatFailsEndsIt() throws Exception {
        int exit = build(launch, List.of(), List.of("false", "echo >never.txt"), Map.of());

        assertThat(exit).isEqualTo(1);
        assertThat(worktree.path("sub/never.txt")).doesNotExist();
        assertThat(BuildMark.of(launch)).get().matches(BuildMark::hasFailed).matches(mark -> mark.exit() == 1);
        assertThat(build(launch(), List.of(), List.of("echo >now.txt"), Map.of()))
                .as("a build that failed is none")
                .isZero();
        assertThat(worktree.path("sub/now.txt")).exists();
    }

    @Test
    void aSetupThatFailsEndsIt() throws Exception {
        assertThat(build(launch, List.of("false"), List.of("echo >never.txt"), Map.of()))
                .isEqualTo(125);
        assertThat(log(launch)).contains("cannot run: a line of the setting 'setup' failed: false");
        assertThat(worktree.path("sub/never.txt")).doesNotExist();
    }

    @Test
    void twoLaunchesBuildOnce() throws Exception {
        LaunchFolder second = launch();
        Process one = start(launch, List.of(), List.of("sleep 1", "echo built >>count.txt"), Map.of());
        Process other = start(second, List.of(), List.of("sleep 1", "echo built >>count.txt"), Map.of());

        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        assertThat(worktree.path("sub/count.txt")).hasContent("built");
        assertThat(log(launch) + log(second)).containsOnlyOnce("built already");
    }

    @Test
    void whatStaysOfABuildHoldsNobodyUp() throws Exception {
        build(launch, List.of(), List.of("sleep 60 >/dev/null 2>&1 & echo $! >daemon"), Map.of());
        try {
            assertThat(build(launch(), List.of(), List.of("exit 9"), Map.of())).isZero();
        } finally {
            ProcessHandle.of(Long.parseLong(
                            Files.readString(worktree.path("sub/daemon")).strip()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void itsClassesAreCopiedToTheLaunch() throws Exception {
        Path classes = worktree.path("sub/target/classes");
        Path copy = launch.classpath().resolve("0-classes");

        int exit = build(
                launch,
                List.of(),
                List.of("mkdir -p target/classes/a", "echo one >target/classes/a/A.class"),
                Map.of(classes, copy));

        assertThat(exit).isZero();
        assertThat(copy.resolve("a/A.class")).hasContent("one");
    }

    @Test
    void classesThatItDidNotMakeAreNamed() throws Exception {
        Path classes = worktree.path("sub/target/classes");

        assertThat(build(
                        launch,
                        List.of(),
                        List.of("true"),
                        Map.of(classes, launch.classpath().resolve("0-classes"))))
                .isEqualTo(125);
        assertThat(log(launch)).contains("it did not make " + classes + ", which is on the class path");
    }

    @Test
    void oneThatWasGivenUpDoesNotRun() throws Exception {
        Files.createDirectories(launch.parts());
        Files.writeString(launch.parts().resolve("3.given-up"), "");
        write(launch, List.of(), List.of("echo >never.txt"), Map.of());

        assertThat(start(launch, "3").waitFor()).isZero();

        assertThat(worktree.path("sub/never.txt")).doesNotExist();
        assertThat(BuildMark.of(launch)).isEmpty();
    }

    @Test
    void inAWorktreeThatIsGoneItSaysSo() throws Exception {
        write(launch, List.of(), List.of("true"), Map.of());
        worktree.delete("");

        assertThat(start(launch).waitFor()).isEqualTo(125);
        assertThat(log(launch)).contains("is gone: was the worktree removed?");
    }

    private static String made(LaunchFolder launch) throws IOException {
        return BuildMark.of(launch).orElseThrow().made();
    }

    private String log(LaunchFolder launch) throws IOException {
        return Files.readString(launch.buildLog(), UTF_8);
    }

    private int build(LaunchFolder launch, List<String> setup, List<String> lines, Map<Path, Path> copies)
            throws Exception {
        return start(launch, setup, lines, copies).waitFor();
    }

    private Process start(LaunchFolder launch, List<String> setup, List<String> lines, Map<Path, Path> copies)
            throws IOException {
        write(launch, setup, lines, copies);
        return start(launch);
    }

    private void write(LaunchFolder launch, List<String> setup, List<String> lines, Map<Path, Path> copies)
            throws IOException {
        LaunchRecord.Code code = new LaunchRecord.Code(
                null, "c0ffee", null, null, List.of(), worktree.root(), worktree.path("sub"), "not pushed", List.of());
        SlurmSettings.Surroundings around =
                new SlurmSettings.Surroundings(Map.of("NAME", "it's $me"), setup, List.of(), false, List.of());
        Files.writeString(launch.buildScript(), new BuildScript(launch, code, lines, around, copies).text());
    }

    private static Process start(LaunchFolder launch, String... part) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", launch.buildScript().toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(launch.buildLog().toFile()));
        builder.command().addAll(List.of(part));
        return builder.start();
    }
}
