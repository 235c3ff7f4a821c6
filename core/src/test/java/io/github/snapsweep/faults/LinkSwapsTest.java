package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.snapsweep.launch.LaunchRecord;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.snapshot.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that are put where a folder was, before a goal comes or while it is at work: what they lead to stays as it is. */
class LinkSwapsTest {

    private static final String TRIED = "hostile inputs tried, links in the place of folders";
    private static final int FILES = 8;

    private static final Map<String, String> ALL_GO = Map.of("snapshot.keepLast", "0", "snapshot.launches", "outputs");

    @TempDir
    Path temporary;

    private Path outside;

    @BeforeEach
    void something_outside() throws IOException {
        outside = fill(temporary.resolve("outside"));
    }

    /** A folder with files and a folder, such as are in others too. */
    private static Path fill(Path folder) throws IOException {
        for (int i = 0; i < FILES; i++) {
            Files.writeString(Files.createDirectories(folder.resolve("deep")).resolve("f" + i), "precious\n");
            Files.writeString(folder.resolve("f" + i), "precious\n");
        }
        return folder;
    }

    /** All that is in a folder, with what it holds. */
    private static SortedMap<Path, String> content(Path folder) throws IOException {
        SortedMap<Path, String> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                content.put(
                        folder.relativize(path),
                        Files.isRegularFile(path)
                                ? Files.readString(path, StandardCharsets.ISO_8859_1) + Files.getLastModifiedTime(path)
                                : "a folder or link");
            }
        }
        return content;
    }

    // --- while it is deleted

    @Test
    void a_folder_that_becomes_a_link_and_back_while_it_is_deleted_leads_nowhere() throws Exception {
        SortedMap<Path, String> before = content(outside);
        Path root = temporary.resolve("root");
        Path inner = root.resolve("inner");
        Path fresh = temporary.resolve("fresh");
        AtomicInteger swaps = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        Thread swapping = new Thread(() -> {
            while (!done.get()) {
                swaps.addAndGet(swap(inner, temporary.resolve("aside")) ? 1 : 0);
            }
        });
        swapping.start();
        try {
            long end = System.nanoTime() + 3_000_000_000L;
            while (System.nanoTime() < end) {
                try {
                    fill(fresh.resolve("inner"));
                    Files.move(fresh, root);
                    FileTrees.delete(root);
                } catch (FileSystemException e) {
                    FileTrees.delete(fresh); // what was swapped just then: the next round goes on
                }
                assertThat(content(outside)).isEqualTo(before);
            }
        } finally {
            done.set(true);
            swapping.join();
        }

        FileTrees.delete(root);
        assertThat(root).doesNotExist();
        assertThat(content(outside)).isEqualTo(before);
        assertThat(swaps).hasPositiveValue();
        Tally.add("link swaps beside a deletion", swaps.get());
    }

    /** Puts a link to what is outside in the place of a folder, and puts the folder back. */
    private boolean swap(Path folder, Path aside) {
        try {
            Files.move(folder, aside);
            Files.createSymbolicLink(folder, outside);
            Thread.onSpinWait();
            Files.delete(folder);
            Files.move(aside, folder);
            return true;
        } catch (IOException e) {
            return clear(aside); // it is being deleted
        }
    }

    private static boolean clear(Path aside) {
        try {
            FileTrees.delete(aside);
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    // --- before a goal comes

    /** A launch of which a task has failed, whose folder was moved outside and is linked by now. */
    private LaunchRecord linkedLaunch(Scene scene) throws IOException {
        LaunchRecord launch = launch(scene);
        Path folder = scene.git.path(".slurm/" + launch.launch());
        Files.move(folder, outside.resolve("moved"));
        Files.createSymbolicLink(folder, outside.resolve("moved"));
        return launch;
    }

    private static LaunchRecord launch(Scene scene) {
        return Victim.Launches.halfFailed(scene).read();
    }

    @Test
    void a_launch_whose_folder_is_a_link_is_not_followed_by_any_goal() throws IOException {
        Scene scene = Scene.in(temporary);
        LaunchRecord launch = linkedLaunch(scene);
        SortedMap<Path, String> before = content(outside);

        for (Goal goal : Goal.values()) {
            assertThatExceptionOfType(Problem.class)
                    .as(goal.name())
                    .isThrownBy(() -> goal.run(scene, Map.of("slurm.launch", launch.launch())))
                    .withMessageContaining("is a link, which no goal follows");
        }
        scene.run(Deed.PRUNE, ALL_GO);

        assertThat(content(outside)).isEqualTo(before);
        Tally.add(TRIED, Goal.values().length + 1);
    }

    @Test
    void a_task_and_a_build_write_nothing_where_a_link_leads_to() throws IOException {
        Scene scene = Scene.in(temporary);
        LaunchRecord launch = linkedLaunch(scene);
        Path script = Files.copy(outside.resolve("moved/job.sh"), temporary.resolve("spooled"));
        SortedMap<Path, String> before = content(outside);

        String said = scene.git.run(Map.of(), "bash", "-c", "bash " + script + " 1 2>&1; echo $?");

        assertThat(said).contains("is a link").endsWith("125");
        assertThat(content(outside)).isEqualTo(before);
        assertThat(launch.tasks()).isEqualTo(2);
        Tally.add(TRIED, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multirun",
                "outputs",
                "logs",
                "classpath",
                "tasks",
                "parts",
                "launch.json",
                "lock",
                "maker",
                "states.json",
                "begun"
            })
    void a_link_in_the_place_of_a_part_of_a_launch_leads_nowhere(String name) throws IOException {
        Scene scene = Scene.in(temporary);
        LaunchRecord launch = launch(scene);
        Path part = name.equals("multirun") || name.equals("outputs")
                ? scene.git.path("multirun/" + launch.launch())
                : scene.git.path(".slurm/" + launch.launch()).resolve(name);
        boolean file = Files.isRegularFile(part) || name.contains(".") || name.equals("lock") || name.equals("maker");
        FileTrees.delete(part);
        Files.createSymbolicLink(part, file ? outside.resolve("f0") : outside);
        SortedMap<Path, String> before = content(outside);

        try {
            scene.run(Deed.PRUNE, ALL_GO);
        } catch (Problem e) {
            assertThat(e).hasMessageContaining(launch.launch());
        }

        assertThat(content(outside)).isEqualTo(before);
        Tally.add(TRIED, 1);
    }

    @Test
    void a_folder_of_records_that_is_a_link_keeps_what_is_not_a_launchs() throws IOException {
        Scene scene = Scene.in(temporary);
        Files.createDirectories(outside.resolve("classpath/0-mine"));
        Files.createDirectories(outside.resolve("classpath/.mine"));
        Path dated = fill(outside.resolve("data-20260101-120000"));
        Files.setLastModifiedTime(dated, FileTime.from(Instant.parse("2026-01-01T12:00:00Z")));
        SortedMap<Path, String> before = content(outside);
        scene.git.link(".slurm", outside.toString());
        launch(scene);

        scene.run(Deed.PRUNE, ALL_GO);

        Files.delete(outside.resolve(".gitignore"));
        assertThat(content(outside)).isEqualTo(before);
        Tally.add(TRIED, 1);
    }

    @Test
    void gits_own_folder_of_a_worktree_that_is_a_link_is_not_emptied() throws IOException {
        Scene scene = Scene.in(temporary);
        scene.run(Deed.CREATE, Map.of());
        scene.run(Deed.WORKTREE, Map.of());
        Path administration = Scene.children(scene.git.path(".git/worktrees")).get(0);
        Files.move(administration, outside.resolve("moved"));
        Files.createSymbolicLink(administration, outside.resolve("moved"));
        SortedMap<Path, String> before = content(outside);

        scene.run(Deed.PRUNE, ALL_GO);

        assertThat(content(outside)).isEqualTo(before);
        Tally.add(TRIED, 1);
    }

    // --- while a goal is at work

    @Test
    void a_worktree_with_a_folder_that_becomes_a_link_and_back_while_it_is_pruned_leads_nowhere() throws Exception {
        Scene scene = Scene.in(temporary);
        scene.git.write(".git/info/exclude", "inner\n");
        SortedMap<Path, String> before = content(outside);
        AtomicInteger swaps = new AtomicInteger();
        for (int round = 0; round < 8; round++) {
            scene.run(Deed.CREATE, Map.of());
            scene.run(Deed.WORKTREE, Map.of());
            fill(Scene.children(scene.worktrees()).get(0).resolve("inner"));
            AtomicBoolean done = new AtomicBoolean();
            Thread swapping = new Thread(() -> {
                while (!done.get()) {
                    for (Path worktree : childrenLeft(scene.worktrees())) {
                        swaps.addAndGet(swap(worktree.resolve("inner"), temporary.resolve("aside")) ? 1 : 0);
                    }
                }
            });
            swapping.start();
            try {
                scene.run(Deed.PRUNE, ALL_GO);
            } catch (Problem e) {
                assertThat(e).hasMessageContaining("could not be removed");
            } finally {
                done.set(true);
                swapping.join();
            }
            assertThat(content(outside)).isEqualTo(before);
        }
        assertThat(swaps).hasPositiveValue();
        Tally.add("link swaps beside a deletion", swaps.get());
    }

    /** While somebody else removes the folder. */
    private static List<Path> childrenLeft(Path folder) {
        try {
            return Scene.children(folder);
        } catch (UncheckedIOException e) {
            return List.of();
        }
    }
}
