package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.fixture.Fingerprint;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.process.SystemCommandRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A difference is what git prints between the two sides, to the byte. */
class SnapshotDifferenceTest {

    private static final String GREETING = "Gr\u00fc\u00dfe\n";

    @TempDir
    Path temporary;

    private GitFixture git;
    private Snapshot snapshot;
    private Host host = Isolated.host();
    private boolean stat;
    private boolean console;

    @BeforeEach
    void repository() {
        start(temporary.resolve("repository"));
    }

    private void start(Path folder) {
        git = GitFixture.in(folder)
                .write("a.txt", "one\n")
                .write("gone.txt", "two\n")
                .commit("first")
                .write("a.txt", "one\nedited\n")
                .delete("gone.txt")
                .write("latin.txt", GREETING.getBytes(StandardCharsets.ISO_8859_1));
        snapshot = Snapper.of(git).create().snapshot();
    }

    /** What is shown from the side that a test chooses to the snapshot, byte for byte. */
    private String shown(Choice from) {
        try (GitRepository repository = GitRepository.containing(git.root());
                Scratch scratch = Scratch.in(repository, host)) {
            UserGit own = new UserGit(repository, new SystemCommandRunner(), host);
            Snapshots snapshots = new Snapshots(repository, new SnapshotNames("refs/heads/", "slurm-job"));
            DiffSide side = from.of(new DiffSides(repository, own, snapshots), scratch);
            SnapshotDifference difference =
                    new SnapshotDifference(repository, own, scratch, side, DiffSide.of(snapshot));
            String text = Files.readString(difference.print(stat, console), StandardCharsets.ISO_8859_1);
            assertThat(difference.paths().isEmpty()).isEqualTo(text.isEmpty());
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DiffSide files(DiffSides sides, Scratch scratch) {
        Snapper snapper = Snapper.of(git);
        SnapshotNames names = new SnapshotNames("refs/heads/", "slurm-job");
        return sides.files(new SnapshotRequest(names, snapper.linkedPaths(), snapper.rules(), true, host), scratch);
    }

    /** What git prints, byte for byte. */
    private String printed(String arguments) throws IOException {
        Path file = temporary.resolve("printed");
        git.run(Map.of(), "sh", "-c", "git diff " + arguments + " >" + file);
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    @Test
    void it_is_what_git_prints_and_changes_nothing() throws IOException {
        Fingerprint before = git.fingerprint();

        String shown = shown((sides, scratch) -> sides.base(snapshot));

        assertThat(shown).isEqualTo(printed("HEAD " + snapshot.ref())).contains("+" + GREETING, "+edited\n", "-two\n");
        assertThat(git.fingerprint()).isEqualTo(before);
    }

    @Test
    void lines_can_be_counted_instead() throws IOException {
        stat = true;

        assertThat(shown((sides, scratch) -> sides.head()))
                .isEqualTo(printed("--stat HEAD " + snapshot.ref()))
                .contains("3 files changed");
    }

    @Test
    void the_base_stays_when_head_moves_on() throws IOException {
        String base = git.git("rev-parse", "HEAD");
        git.write("b.txt", "later\n").commit("second");

        assertThat(shown((sides, scratch) -> sides.base(snapshot))).isEqualTo(printed(base + " " + snapshot.ref()));
        assertThat(shown((sides, scratch) -> sides.head()))
                .isEqualTo(printed("HEAD " + snapshot.ref()))
                .contains("-later\n");
    }

    @Test
    void files_that_are_as_they_were_differ_in_nothing() {
        Fingerprint before = git.fingerprint();
        String objects = objects();

        assertThat(shown(this::files)).isEmpty();

        assertThat(git.fingerprint()).isEqualTo(before);
        assertThat(objects()).isEqualTo(objects);
    }

    @ParameterizedTest
    @ValueSource(strings = {"files", "a:colon", "a \"quote\""})
    void files_edited_since_are_compared_wherever_they_are(String folder) {
        start(temporary.resolve(folder));
        git.write("a.txt", "one\nedited again\n").write("new.txt", "new\n");
        String objects = objects();

        assertThat(shown(this::files)).contains("+edited\n", "-edited again\n", "--- a/new.txt\n+++ /dev/null\n");

        assertThat(objects()).isEqualTo(objects);
    }

    /** How many there are, and how large. */
    private String objects() {
        return git.git("count-objects", "-v");
    }

    @Test
    void without_a_commit_everything_is_new() throws IOException {
        git = GitFixture.in(temporary.resolve("unborn")).write("a.txt", "one\n");
        snapshot = Snapper.of(git).create().snapshot();

        String all = printed("$(git hash-object -t tree /dev/null) " + snapshot.ref());

        assertThat(shown((sides, scratch) -> sides.base(snapshot))).isEqualTo(all);
        assertThat(shown((sides, scratch) -> sides.head())).isEqualTo(all).contains("+one\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD~1", "v1", "main", "slurm-job-20261123-142233", "latest", "@{0}"})
    void it_can_be_any_snapshot_or_commit(String name) throws IOException {
        git.write("b.txt", "second\n").commit("second").then("tag", "-a", "-m", "one", "v1");
        String rev = name.equals("latest") ? snapshot.ref() : name;

        assertThat(shown((sides, scratch) -> sides.named(name))).isEqualTo(printed(rev + " " + snapshot.ref()));
    }

    @Test
    void what_is_none_is_said_with_what_there_is() {
        assertThatThrownBy(() -> shown((sides, scratch) -> sides.named("nowhere")))
                .isInstanceOf(Problem.class)
                .hasMessageContainingAll("'nowhere'", "slurm-job-20261123-142233", "base, HEAD, files");
    }

    @Test
    void the_users_own_settings_hold_but_no_program_of_his_runs() throws IOException {
        git.config("diff.noprefix", "true").config("diff.external", "false").config("core.pager", "false");

        assertThat(shown((sides, scratch) -> sides.head()))
                .isEqualTo(printed("--no-ext-diff HEAD " + snapshot.ref()))
                .contains("--- a.txt\n");
    }

    @Test
    void a_console_has_colours_unless_the_user_does_not_want_them() throws IOException {
        console = true;

        assertThat(shown((sides, scratch) -> sides.head())).isEqualTo(printed("--color=always HEAD " + snapshot.ref()));

        git.config("color.ui", "never");
        assertThat(shown((sides, scratch) -> sides.head())).isEqualTo(printed("--color=never HEAD " + snapshot.ref()));
    }

    @Test
    void what_the_environment_says_of_the_repository_holds() throws IOException {
        host = Isolated.with(Map.of("GIT_DIR", "not/from/here/.git", "GIT_INDEX_FILE", "nor/this"));

        assertThat(shown((sides, scratch) -> sides.head())).isEqualTo(printed("HEAD " + snapshot.ref()));
    }

    @Test
    void without_git_there_is_one_message() {
        host = Isolated.with(Map.of("PATH", "/nonexistent"));

        assertThatThrownBy(() -> shown((sides, scratch) -> sides.head()))
                .isInstanceOf(Problem.class)
                .hasMessageContainingAll("There is no git on the PATH", "export PATH=");
    }

    @Test
    void what_git_refuses_is_shown_with_its_words() {
        git.config("diff.algorithm", "nonsense");

        assertThatThrownBy(() -> shown((sides, scratch) -> sides.head()))
                .isInstanceOf(Problem.class)
                .hasMessageContainingAll(
                        "git could not do its part (exit status 128)", "--no-ext-diff", "diff.algorithm");
    }

    /** The side that a test compares with. */
    @FunctionalInterface
    private interface Choice {
        DiffSide of(DiffSides sides, Scratch scratch);
    }
}
