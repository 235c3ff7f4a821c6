package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class path entries are there for as long as a launch names them, whoever prunes while launches are made. */
class SharedClasspathTest {

    private static final int LAUNCHING = 4;
    private static final int PRUNING = 3;
    private static final int ROUNDS = 25;

    @TempDir
    Path project;

    private final Host host = Host.current();

    @Test
    void entries_that_no_launch_names_go() throws IOException {
        LaunchFolder launch = launch();
        Path jar = freeze(launch, jar("a.jar"));
        written(launch, jar);

        assertThat(classpath().removeUnused()).isEmpty();
        Files.delete(launch.javaArguments());
        assertThat(classpath().removeUnused()).containsOnlyKeys(jar.getParent());
        assertThat(children(launch.sharedClasspath())).isEmpty();
    }

    @Test
    void a_launch_in_the_making_keeps_all() throws IOException {
        Path jar = freeze(launch(), jar("a.jar"));

        assertThat(classpath().removeUnused()).isEmpty();
        assertThat(jar).exists();
    }

    @Test
    void an_entry_of_another_user_is_his_to_remove() throws IOException {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root may give files away");
        LaunchFolder launch = launch();
        Path jar = freeze(launch, jar("a.jar"));
        Files.writeString(launch.recordFile(), "{}");
        Files.setOwner(
                jar.getParent(),
                jar.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

        assertThat(classpath().removeUnused()).isEmpty();
        assertThat(jar).exists();
    }

    @Test
    void what_a_pruning_moved_aside_that_died_is_put_back() throws Exception {
        LaunchFolder launch = launch();
        Path entry = freeze(launch, jar("a.jar")).getParent();
        written(launch, entry.resolve("a.jar"));
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path aside = entry.resolveSibling(".pruned." + entry.getFileName() + "." + dead.pid() + "@" + host.name()
                + "-00000000-0000-0000-0000-000000000000");
        Files.move(entry, aside);

        assertThat(classpath().unfinished()).containsExactly(aside);
        classpath().takeBack();

        assertThat(entry.resolve("a.jar")).exists();
        assertThat(classpath().unfinished()).isEmpty();
    }

    @Test
    void what_a_pruning_at_work_has_moved_aside_is_that_ones() throws IOException {
        LaunchFolder launch = launch();
        Path entry = freeze(launch, jar("a.jar")).getParent();
        written(launch, entry);
        Path aside = entry.resolveSibling(".pruned." + entry.getFileName() + "."
                + ProcessHandle.current().pid() + "@" + host.name() + "-00000000-0000-0000-0000-000000000000");
        Files.move(entry, aside);

        classpath().takeBack();

        assertThat(classpath().unfinished()).isEmpty();
        assertThat(aside).exists();
    }

    @Test
    void launches_and_prunings_at_once_lose_no_entry_that_a_launch_names() throws IOException {
        List<Path> jars = List.of(jar("a.jar"), jar("b.jar"));
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            List<CompletableFuture<Void>> pruning = Stream.generate(() -> CompletableFuture.runAsync(
                            () -> {
                                while (!done.get()) {
                                    quietly(() -> classpath().removeUnused());
                                }
                            },
                            pool))
                    .limit(PRUNING)
                    .toList();
            List<CompletableFuture<Void>> launching = Stream.generate(() -> CompletableFuture.runAsync(
                            () -> {
                                for (int round = 0; round < ROUNDS; round++) {
                                    quietly(() -> launchAndGo(jars));
                                }
                            },
                            pool))
                    .limit(LAUNCHING)
                    .toList();
            launching.forEach(CompletableFuture::join);
            done.set(true);
            pruning.forEach(CompletableFuture::join);
        } finally {
            done.set(true);
            pool.shutdownNow();
        }

        classpath().removeUnused();
        assertThat(children(new LaunchFolder(project, "any").sharedClasspath())).isEmpty();
    }

    /** A launch that is made, needs its class path for a moment, and is removed. */
    private Path launchAndGo(List<Path> jars) throws IOException {
        LaunchFolder launch = launch();
        List<Path> frozen = new FrozenClasspath(launch).freeze(jars);
        written(launch, frozen.toArray(Path[]::new));
        classpath().removeUnused();
        for (int look = 0; look < 20; look++) {
            assertThat(frozen.stream().allMatch(SharedClasspathTest::isThereSoon))
                    .as("%s", frozen)
                    .isTrue();
        }
        Files.delete(launch.javaArguments());
        return launch.path();
    }

    /** A pruning that began before the launch may have it aside for a moment, and puts it back. */
    private static boolean isThereSoon(Path file) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!Files.exists(file) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return Files.exists(file);
    }

    private LaunchFolder launch() throws IOException {
        LaunchFolder folder = LaunchFolder.create(project, "sim", Instant.parse("2026-11-23T14:22:33Z"));
        LaunchMaker.sign(folder, host);
        return folder;
    }

    private static void written(LaunchFolder launch, Path... entries) throws IOException {
        Files.writeString(
                launch.javaArguments(),
                String.join(":", Stream.of(entries).map(Path::toString).toList()));
        Files.writeString(launch.recordFile(), "{}");
    }

    private static Path freeze(LaunchFolder launch, Path jar) throws IOException {
        return new FrozenClasspath(launch).freeze(List.of(jar)).get(0);
    }

    private Path jar(String name) throws IOException {
        return Files.writeString(project.resolve(name), name);
    }

    private SharedClasspath classpath() {
        return new SharedClasspath(project, host);
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new ArrayList<>();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }

    private interface Work {
        Object run() throws IOException;
    }

    private static void quietly(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
