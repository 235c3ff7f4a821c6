package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Host;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture beside other captures, and beside git itself at work: neither breaks the other. */
class CaptureBesideOthersTest {

    private static final int MANY = 50;
    private static final int SOME = 15;

    @TempDir
    Path temporary;

    private GitFixture git;

    @BeforeEach
    void a_repository_with_edits() {
        git = GitFixture.in(temporary.resolve("repository"));
        for (int i = 0; i < 40; i++) {
            git.write("src/f" + i + ".txt", "file " + i + "\n");
        }
        git.commit("first").write("src/f1.txt", "edited\n").write("new.txt", "new\n");
    }

    @Test
    void fifty_at_once_get_a_name_each() throws Exception {
        String tree = git.tree();

        List<Snapshot> snapshots =
                atOnce(MANY, () -> Snapper.of(git).withoutReuse().create().snapshot());

        assertThat(snapshots).extracting(Snapshot::ref).doesNotHaveDuplicates().hasSize(MANY);
        assertThat(snapshots).extracting(Snapshot::tree).containsOnly(tree);
        assertThat(git.git("for-each-ref", "refs/heads/slurm-job*")).hasLineCount(MANY);
        assertNothingLeft();
        git.fsck();
    }

    @Test
    void what_dead_captures_left_is_cleared_away_by_several_at_once() throws Exception {
        String dead = "4194305@" + Host.current().name() + "-"; // no process has that number: see proc(5), pid_max
        for (int number = 0; number < MANY; number++) {
            git.write(".git/snapsweep/" + dead + UUID.randomUUID() + "/pack", "half a pack");
        }

        atOnce(SOME, () -> Snapper.of(git).on(Host.current()).withoutReuse().create());

        assertNothingLeft();
    }

    @Test
    void no_object_is_lost_to_a_git_gc_that_prunes_at_once() throws Exception {
        List<Snapshot> snapshots = beside(() -> git.then("gc", "--quiet", "--prune=now"), number -> {
            git.write("new.txt", "number " + number + "\n").write("src/f2.txt", "number " + number + "\n");
            return Snapper.of(git).create().snapshot();
        });

        git.then("gc", "--quiet", "--prune=now");
        for (Snapshot snapshot : snapshots) {
            git.then("rev-list", "--objects", "--quiet", snapshot.ref());
        }
        assertThat(snapshots).hasSize(SOME);
        assertNothingLeft();
        git.fsck();
    }

    @Test
    void commits_beside_it_are_commits_and_snapshots_are_snapshots() throws Exception {
        List<Snapshot> snapshots =
                beside(() -> git.then("commit", "--quiet", "--all", "--allow-empty", "--message", "beside"), number -> {
                    git.write("src/f3.txt", "number " + number + "\n");
                    return Snapper.of(git).withoutReuse().create().snapshot();
                });

        for (int number = 0; number < SOME; number++) {
            assertThat(git.git("show", snapshots.get(number).ref() + ":src/f3.txt"))
                    .isEqualTo("number " + number);
        }
        assertThat(git.git("ls-tree", "-r", "--name-only", snapshots.get(0).ref()))
                .hasLineCount(41);
        git.fsck();
    }

    @Test
    void a_file_that_changes_whenever_it_is_read_is_refused_by_name() {
        git.config("filter.busy.clean", "cat; echo more >> busy.txt")
                .write(".gitattributes", "busy.txt filter=busy\n")
                .write("busy.txt", "text\n");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(Snapper.of(git)::create)
                .withMessageStartingWith("busy.txt changed each time it was read");

        assertNothingLeft();
        assertThat(git.git("for-each-ref", "refs/heads/slurm-job*")).isEmpty();
    }

    @Test
    void a_file_that_changes_once_while_it_is_read_is_read_again() {
        git.config("filter.once.clean", "cat; [ -e .git/done ] || { touch .git/done; echo more >> once.txt; }")
                .write(".gitattributes", "once.txt filter=once\n")
                .write("once.txt", "text\n");

        Snapshot snapshot = Snapper.of(git).create().snapshot();

        assertThat(git.git("show", snapshot.ref() + ":once.txt")).isEqualTo("text\nmore");
    }

    private void assertNothingLeft() {
        assertThat(git.path(".git/snapsweep"))
                .satisfiesAnyOf(
                        folder -> assertThat(folder).doesNotExist(),
                        folder -> assertThat(folder).isEmptyDirectory());
        assertThat(git.path(".git/objects/pack").toFile().list((folder, name) -> name.endsWith(".keep")))
                .isEmpty();
    }

    /** Does something again and again while snapshots are taken one after the other. */
    private static List<Snapshot> beside(Runnable other, Taking taking) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<?> others = pool.submit(() -> {
                while (!done.get()) {
                    other.run();
                }
            });
            List<Snapshot> snapshots = new ArrayList<>();
            for (int number = 0; number < SOME; number++) {
                snapshots.add(taking.take(number));
            }
            done.set(true);
            others.get();
            return snapshots;
        } finally {
            done.set(true);
            pool.shutdown();
        }
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(times);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(Collections.nCopies(times, work))) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    /** Takes one snapshot of several. */
    @FunctionalInterface
    private interface Taking {
        Snapshot take(int number);
    }
}
