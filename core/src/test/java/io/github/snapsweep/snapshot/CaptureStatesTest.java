package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.fixture.Fingerprint;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** The promise of {@link CaptureParityTest}, in states that nobody thought of. */
class CaptureStatesTest {

    private static final int CHECKED_IN_FULL = 25;

    private static final Pattern OTHER_CASE =
            Pattern.compile("^(.*) differs from what git tracks there in .* and core\\.ignoreCase is true");

    private static final AtomicInteger STATES = new AtomicInteger();

    /** The same states in each build, so that it says something about what was changed. */
    @Property(tries = 200, seed = "20261124", edgeCases = EdgeCasesMode.NONE)
    void aSnapshotHoldsWhatGitWouldAddAndChangesNothingOfTheUsers(@ForAll("repositories") RandomRepository state)
            throws IOException {
        isAsGitHasIt(state);
    }

    /** Also the same each time; but so many take minutes. */
    @Tag("states")
    @Property(tries = 400, seed = "20261127", edgeCases = EdgeCasesMode.NONE)
    void inMoreStates(@ForAll("repositories") RandomRepository state) throws IOException {
        isAsGitHasIt(state);
    }

    /** Other states each time: what it finds becomes a case of {@link CaptureCasesTest}. */
    @Tag("search")
    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void inOtherStatesToo(@ForAll("repositories") RandomRepository state) throws IOException {
        isAsGitHasIt(state);
    }

    private static void isAsGitHasIt(RandomRepository state) throws IOException {
        Path folder = Files.createTempDirectory("snapsweep-state");
        try {
            check(state, state.in(folder));
        } finally {
            GitFixture.at(folder).delete("");
        }
    }

    @Provide
    Arbitrary<RandomRepository> repositories() {
        return RandomEdits.repositories();
    }

    private static void check(RandomRepository state, GitFixture git) {
        Fingerprint before = git.fingerprint();
        Optional<String> expected = treeOfGit(git);
        Optional<Snapshot> snapshot = snapshot(git, state, expected.isPresent());

        if (snapshot.isPresent() || expected.isEmpty()) {
            assertThat(snapshot.map(Snapshot::tree))
                    .withFailMessage(() -> difference(state, git, snapshot))
                    .isEqualTo(expected);
        }
        assertThat(snapshot.map(Snapshot::ref).map(git.fingerprint()::without).orElseGet(git::fingerprint))
                .as("what is the user's own, in\n%s", state)
                .isEqualTo(before);
        snapshot.ifPresent(taken -> checkObjects(git, taken));
    }

    /** Nothing where git refuses to add everything. */
    private static Optional<String> treeOfGit(GitFixture git) {
        try {
            return Optional.of(git.tree());
        } catch (IllegalStateException refused) {
            return Optional.empty();
        }
    }

    /** Nothing where it is refused, as git does, or because git would leave a file out without a word. */
    private static Optional<Snapshot> snapshot(GitFixture git, RandomRepository state, boolean wanted) {
        try {
            return Optional.of(Snapper.of(git).create().snapshot());
        } catch (Problem problem) {
            if (wanted && !keepsFromLosing(problem, git)) {
                throw new AssertionError("refused, in\n" + state, problem);
            }
            return Optional.empty();
        } catch (RuntimeException | Error failure) {
            throw new AssertionError("failed, in\n" + state, failure);
        }
    }

    /** With core.ignoreCase git takes a file for the tracked one that it is not: see git-config(1). */
    private static boolean keepsFromLosing(Problem problem, GitFixture git) {
        Matcher otherCase = OTHER_CASE.matcher(problem.getMessage());
        return otherCase.find()
                && Files.exists(git.path(otherCase.group(1)), LinkOption.NOFOLLOW_LINKS)
                && git.listing().lines().noneMatch(line -> (line + "/").contains("\t" + otherCase.group(1) + "/"));
    }

    private static void checkObjects(GitFixture git, Snapshot snapshot) {
        git.then("rev-list", "--objects", "--quiet", snapshot.ref());
        if (STATES.incrementAndGet() % CHECKED_IN_FULL == 0) {
            git.fsck();
        }
    }

    private static String difference(RandomRepository state, GitFixture git, Optional<Snapshot> snapshot) {
        return "in\n" + state + "git would add:\n" + listing(git) + "\nthe snapshot has:\n"
                + snapshot.map(taken -> git.listing(taken.ref())).orElse("(refused)");
    }

    private static String listing(GitFixture git) {
        try {
            return git.listing();
        } catch (IllegalStateException refused) {
            return "(refused) " + refused.getMessage();
        }
    }
}
