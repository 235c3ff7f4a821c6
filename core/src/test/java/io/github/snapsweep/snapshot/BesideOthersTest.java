package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.fixture.GitFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Others make, remove and tidy up the same at the same moment, and git does too: whoever comes second tries again. */
class BesideOthersTest {

    private static final int THREADS = 6;
    private static final int ROUNDS = Integer.getInteger("snapsweep.test.rounds", 8);

    @TempDir
    Path temporary;

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final AtomicBoolean done = new AtomicBoolean();
    private final List<CompletableFuture<Void>> beside = new ArrayList<>();
    private GitFixture git;
    private Snapper snapper;

    @BeforeEach
    void an_edit() {
        git = GitFixture.in(temporary.resolve("repository"))
                .write("a.txt", "one\n")
                .commit("first")
                .write("a.txt", "edited\n")
                .config("core.packedRefsTimeout", "60000") // git waits a second otherwise, and then gives up
                .config("core.filesRefLockTimeout", "60000");
        snapper = Snapper.of(git);
    }

    @AfterEach
    void stop() {
        done.set(true);
        pool.shutdownNow();
    }

    @Test
    void the_worktree_of_one_snapshot_is_made_and_removed_by_all() {
        Worktree kept = snapper.obtain(snapper.create().snapshot()).worktree();
        git.write("a.txt", "edited again\n");
        Snapshot snapshot = snapper.create().snapshot();
        AtomicInteger launches = new AtomicInteger();
        beside(() -> git.then("worktree", "prune", "--expire=now"));
        beside(this::tidy);

        atOnce(() -> snapper.with(
                worktrees -> worktrees.remove(snapper.obtain(snapshot).worktree())));
        atOnce(() -> {
            String launch = "launch " + launches.incrementAndGet();
            Worktree needed = snapper.obtain(snapshot, launch).worktree();
            assertThat(needed.path().resolve("a.txt")).hasContent("edited again");
            snapper.<Boolean>with(worktrees -> {
                worktrees.release(needed, launch);
                return worktrees.removeClean(needed);
            });
        });
        end();

        assertThat(kept.path()).isDirectory();
        git.fsck();
    }

    @Test
    void idle_worktrees_are_brought_to_other_snapshots_by_all() {
        List<Snapshot> snapshots = new ArrayList<>();
        for (int edit = 0; edit < 3; edit++) {
            git.write("a.txt", "edit " + edit + "\n");
            snapshots.add(snapper.create().snapshot());
        }
        Set<String> needed = ConcurrentHashMap.newKeySet();
        AtomicInteger launches = new AtomicInteger();
        beside(() -> git.then("worktree", "prune", "--expire=now"));

        atOnce(() -> {
            int number = launches.incrementAndGet();
            int edit = number % snapshots.size();
            needed.add("launch " + number);
            Worktree worktree = obtained(snapshots.get(edit), "launch " + number, needed::contains);
            assertThat(worktree.path().resolve("a.txt")).hasContent("edit " + edit);
            assertThat(GitFixture.at(worktree.path()).git("status", "--porcelain"))
                    .isEmpty();
            needed.remove("launch " + number);
        });
        end();

        git.fsck();
    }

    private Worktree obtained(Snapshot snapshot, String launch, LaunchLiveness launches) {
        try (GitRepository repository = GitRepository.containing(git.root())) {
            return new Worktrees(repository, snapper.worktrees(), snapper.host(), Optional.of(launches))
                    .obtain(snapshot, snapper.linkedPaths(), Optional.of(launch))
                    .worktree();
        }
    }

    @Test
    void branches_in_a_folder_are_made_and_deleted_by_all() {
        AtomicInteger number = new AtomicInteger();
        Snapshot kept = snapper.create().snapshot();
        beside(() -> git.then("pack-refs", "--all", "--prune"));
        beside(() -> snapper.<Boolean>with(
                worktrees -> worktrees.remove(snapper.obtain(kept).worktree())));

        atOnce(() -> {
            Snapper next = snapper.named("of/" + number.incrementAndGet()).withoutReuse();
            Snapshot snapshot = next.create().snapshot();
            try (GitRepository repository = GitRepository.containing(git.root())) {
                Snapshots snapshots = new Snapshots(repository, new SnapshotNames("refs/heads/", next.prefix()));
                while (!snapshots.delete(snapshot)) {
                    Thread.onSpinWait(); // git keeps it locked
                }
            }
        });
        end();

        assertThat(git.git("for-each-ref", "refs/heads/of")).isEmpty();
        git.fsck();
    }

    @Test
    void a_worktree_that_a_job_has_aside_while_it_cleans_up_is_not_forgotten() throws IOException {
        Worktree worktree = snapper.obtain(snapper.create().snapshot()).worktree();
        Path aside = worktree.path().resolveSibling("." + worktree.path().getFileName() + ".cleanup-17.tmp");
        Files.move(worktree.path(), aside);

        tidy();

        assertThat(worktree.administration()).isDirectory();
        Files.move(aside, worktree.path());
        assertThat(GitFixture.at(worktree.path()).git("status", "--porcelain")).isEmpty();
    }

    @Test
    void no_worktree_is_made_in_the_place_of_one_that_somebody_has_aside_since_git_forgets_one_of_two()
            throws IOException {
        Snapshot snapshot = snapper.create().snapshot();
        Worktree moved = snapper.obtain(snapshot).worktree();
        Path aside = moved.path().resolveSibling("." + moved.path().getFileName() + ".cleanup-17.tmp");
        Files.move(moved.path(), aside);

        Worktree made = snapper.obtain(snapshot).worktree();
        git.git("worktree", "prune", "--expire=now");

        assertThat(made.path()).hasFileName(snapshot.shortCommit() + "-2");
        assertThat(GitFixture.at(made.path()).git("status", "--porcelain")).isEmpty();
    }

    @Test
    void what_git_has_of_a_worktree_goes_when_another_has_its_place() throws IOException {
        Worktree there = snapper.obtain(snapper.create().snapshot()).worktree();
        Path deleted = Files.createDirectory(git.path(".git/worktrees/deleted"));
        for (String file : List.of("HEAD", "commondir", "gitdir", "snapsweep")) {
            Files.copy(there.administration().resolve(file), deleted.resolve(file));
        }
        assertThat(git.git("worktree", "list")).hasLineCount(3);

        tidy();

        assertThat(git.git("worktree", "list")).hasLineCount(2);
        assertThat(GitFixture.at(there.path()).git("status", "--porcelain")).isEmpty();
    }

    @Test
    void a_snapshot_that_is_given_out_again_while_another_launch_takes_it_back_keeps_its_branch() {
        for (int round = 0; round < ROUNDS * THREADS; round++) {
            git.write("a.txt", "round " + round + "\n");
            Snapshot snapshot = snapper.create().snapshot();
            CompletableFuture<Boolean> takingBack = CompletableFuture.supplyAsync(
                    () -> {
                        try (GitRepository repository = GitRepository.containing(git.root())) {
                            return new Snapshots(repository, new SnapshotNames("refs/heads/", snapper.prefix()))
                                    .deleteUnshared(snapshot);
                        }
                    },
                    pool);

            Snapshot given = snapper.create().snapshot();

            takingBack.join();
            assertThat(snapper.list()).contains(given);
        }
    }

    @Test
    void a_worktree_that_a_dead_process_had_claimed_is_freed_without_the_locks_of_launches_that_have_it_by_then()
            throws Exception {
        Snapshot snapshot = snapper.create().snapshot();
        Worktree worktree = snapper.obtain(snapshot).worktree();
        AtomicInteger launches = new AtomicInteger();
        for (int round = 0; round < ROUNDS; round++) {
            Process dead = new ProcessBuilder("true").start();
            dead.waitFor();
            Files.writeString(
                    worktree.administration().resolve("locked"),
                    "snapsweep is at work: process " + dead.pid() + " on login1, folder "
                            + WorkClaim.aside(worktree.path()) + "\n");
            Set<String> needing = ConcurrentHashMap.newKeySet();

            atOnce(1, () -> {
                String launch = "launch " + launches.incrementAndGet();
                if (snapper.obtain(snapshot, launch).worktree().path().equals(worktree.path())) {
                    needing.add(launch);
                }
            });

            assertThat(needing).isNotEmpty();
            assertThat(Files.readAllLines(worktree.administration().resolve("locked")))
                    .containsExactlyInAnyOrderElementsOf(needing);
        }
    }

    @Test
    void the_lock_that_a_dead_process_left_is_given_back_by_one_alone() throws Exception {
        Path lock = git.path(".git/packed-refs.lock");
        for (int round = 0; round < ROUNDS * THREADS; round++) {
            leaveLock(lock);
            AtomicInteger holders = new AtomicInteger();
            atOnce(1, () -> {
                try (GitRepository repository = GitRepository.containing(git.root())) {
                    UnfinishedWork.cleanUp(repository, snapper.host());
                    Files.createFile(lock);
                    assertThat(holders.incrementAndGet()).isEqualTo(1);
                    Thread.onSpinWait();
                    holders.decrementAndGet();
                    Files.delete(lock);
                } catch (FileAlreadyExistsException e) {
                    return; // another has it
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        assertThat(lock).doesNotExist();
    }

    private void leaveLock(Path lock) throws IOException, InterruptedException {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path left =
                git.path(".git/snapsweep/" + dead.pid() + "@" + snapper.host().name() + "-" + UUID.randomUUID());
        assertThat(OwnLock.take(lock.resolveSibling("packed-refs"), left)).isPresent();
    }

    private void tidy() {
        snapper.<Boolean>with(worktrees -> {
            worktrees.tidy();
            return true;
        });
    }

    private void beside(Runnable work) {
        beside.add(CompletableFuture.runAsync(
                () -> {
                    while (!done.get()) {
                        work.run();
                    }
                },
                pool));
    }

    private void atOnce(Runnable work) {
        atOnce(ROUNDS, work);
    }

    private void atOnce(int rounds, Runnable work) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            all.add(CompletableFuture.runAsync(
                    () -> {
                        for (int round = 0; round < rounds; round++) {
                            work.run();
                        }
                    },
                    pool));
        }
        all.forEach(CompletableFuture::join);
    }

    private void end() {
        done.set(true);
        beside.forEach(CompletableFuture::join);
    }
}
