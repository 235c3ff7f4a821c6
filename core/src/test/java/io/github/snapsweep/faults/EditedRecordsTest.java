package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.json.Json;
import io.github.snapsweep.launch.LaunchFolder;
import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody has written into a launch's files by hand: each goal says why it cannot be, or does no harm. */
@Tag("faults")
class EditedRecordsTest {

    private static final String TRIED = "hostile inputs tried, edits of records";

    private static final List<Goal> HARMLESS = List.of(Goal.STATUS, Goal.LOGS, Goal.RESULTS, Goal.REPORT, Goal.CANCEL);

    @TempDir
    Path temporary;

    private Path outside;
    private Scene scene;
    private LaunchFolder launch;

    @BeforeEach
    void a_launch_of_which_a_task_has_failed() throws IOException {
        outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "precious\n");
        scene = Scene.in(temporary);
        launch = Victim.Launches.halfFailed(scene);
    }

    private List<@Nullable Object> hostile() {
        return Arrays.asList(
                "../../outside",
                outside.toString(),
                "1; touch " + HostileText.CANARY,
                "$(touch " + HostileText.CANARY + ")",
                "--delete",
                "\n\u0000",
                "",
                null,
                -1,
                0,
                new java.math.BigInteger("9".repeat(30)),
                1.5,
                true,
                List.of(),
                List.of("x"),
                Map.of());
    }

    @Test
    void no_edit_of_the_record_makes_a_goal_do_harm() throws IOException {
        edited(launch.recordFile(), 4);
    }

    @Test
    void no_edit_of_a_tasks_mark_makes_a_goal_do_harm() throws IOException {
        edited(launch.path().resolve("tasks/0/1.0.exit"), 2);
    }

    @Test
    void no_edit_of_what_was_written_of_the_tasks_makes_a_goal_do_harm() throws IOException {
        Path file = launch.path().resolve("tasks.jsonl");
        String before = Files.readString(file);
        List<String> lines = before.lines().toList();
        List<String> edits =
                new ArrayList<>(List.of("", "{", "[]", "null", "\0", "{}", "x", "1", "{\"task\":", lines.get(0)));
        Object first = Json.tree(lines.get(0));
        List<List<Object>> places = new ArrayList<>();
        places(first, List.of(), places);
        for (List<Object> place : places) {
            for (Object value : hostile()) {
                edits.add(Json.line(with(first, place, value)));
            }
        }
        List<Goal> readers = List.of(Goal.STATUS, Goal.RESULTS, Goal.REPORT, Goal.RERUN);
        for (String edit : edits) {
            Files.writeString(file, edit + "\n" + lines.get(1) + "\n");
            for (Goal goal : readers) {
                harmless(goal, edit);
            }
        }
        Files.writeString(file, before);
        Tally.add(TRIED, edits.size());
    }

    @Test
    void what_a_retry_takes_from_a_record_leads_nowhere_else() throws IOException {
        Map<String, List<String>> edits = Map.of(
                "worktree", List.of(outside.toString(), "../../outside", "/"),
                "directory", List.of(outside.toString(), "../../outside"),
                "snapshot", List.of("--delete", "refs/heads/main", "../../x"),
                "commit", List.of("--delete", "HEAD", "0".repeat(40)),
                "launch", List.of("../../outside", "../x", "--delete"));
        String before = Files.readString(launch.recordFile());
        int tried = 0;
        for (Map.Entry<String, List<String>> edit : edits.entrySet()) {
            for (String value : edit.getValue()) {
                Files.writeString(
                        launch.recordFile(),
                        before.replaceFirst(
                                "\"" + edit.getKey() + "\": \"[^\"]*\"",
                                "\"" + edit.getKey() + "\": " + Json.line(value)));
                harmless(Goal.RETRY, edit.getKey() + "=" + value);
                harmless(Goal.RERUN, edit.getKey() + "=" + value);
                pruneIsHarmless(edit.getKey() + "=" + value);
                tried += 3;
            }
        }
        Tally.add(TRIED, tried);
    }

    @Test
    void a_mark_that_names_somebodys_process_ends_it_not() throws Exception {
        Process bystander = new ProcessBuilder("sleep", "600").start();
        try {
            Path marks = launch.path().resolve("tasks/0");
            String exit = Files.readString(marks.resolve("1.0.exit"));
            Files.delete(marks.resolve("1.0.exit"));
            for (long pid : new long[] {bystander.pid(), ProcessHandle.current().pid(), -1, 0, Long.MAX_VALUE}) {
                Files.writeString(
                        marks.resolve("1.0.start"),
                        exit.replaceFirst("\"pid\":\\d+", "\"pid\":" + pid)
                                .replaceFirst("\"started\":\\d+", "\"started\":9999999999")
                                .replaceFirst(",\"exit\".*", "}"));
                harmless(Goal.CANCEL, "pid " + pid);
            }
            assertThat(bystander.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
            Tally.add(TRIED, 5);
        } finally {
            bystander.destroyForcibly();
        }
    }

    /**
     * Puts hostile values in the place of each value of a file, one at a time.
     *
     * @param every one of so many is tried in a place, the others in the next ones
     */
    private void edited(Path file, int every) throws IOException {
        String before = Files.readString(file);
        Object tree = Json.tree(before);
        List<List<Object>> places = new ArrayList<>();
        places(tree, List.of(), places);
        int tried = 0;
        for (int number = 0; number < places.size(); number++) {
            List<Object> place = places.get(number);
            for (int i = number % every; i < hostile().size(); i += every) {
                Object value = hostile().get(i);
                Files.writeString(file, Json.line(with(tree, place, value)));
                harmless(HARMLESS.get(tried % HARMLESS.size()), place + " = " + value);
                tried++;
            }
            if (number % 4 == 0) {
                pruneIsHarmless(String.valueOf(place));
            }
        }
        Files.writeString(file, before);
        Tally.add(TRIED, tried);
    }

    private static void places(@Nullable Object tree, List<Object> at, List<List<Object>> places) {
        if (!at.isEmpty()) {
            places.add(at);
        }
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> places(value, plus(at, key), places));
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < Math.min(2, list.size()); i++) {
                places(list.get(i), plus(at, i), places);
            }
        }
    }

    private static List<Object> plus(List<Object> at, Object step) {
        List<Object> all = new ArrayList<>(at);
        all.add(step);
        return all;
    }

    private static @Nullable Object with(@Nullable Object tree, List<Object> place, @Nullable Object value) {
        if (place.isEmpty()) {
            return value;
        }
        List<Object> rest = place.subList(1, place.size());
        if (tree instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>(map);
            copy.put(place.get(0), with(map.get(place.get(0)), rest, value));
            return copy;
        }
        List<@Nullable Object> copy = new ArrayList<>((List<?>) tree);
        copy.set((Integer) place.get(0), with(copy.get((Integer) place.get(0)), rest, value));
        return copy;
    }

    private void pruneIsHarmless(String edit) {
        try {
            scene.run(Deed.PRUNE, Map.of("snapshot.olderThan", "1h", "snapshot.launches", "outputs"));
        } catch (Problem e) {
            assertThat(e.getMessage()).as(edit).isNotBlank();
        } catch (RuntimeException e) {
            throw new AssertionError("prune, with " + edit + ": " + e, e);
        }
        assertUnharmed("prune, with " + edit);
    }

    private void harmless(Goal goal, String edit) {
        try {
            goal.run(scene, Map.of());
        } catch (Problem e) {
            assertThat(e.getMessage()).as(goal + ", with " + edit).isNotBlank();
        } catch (RuntimeException e) {
            throw new AssertionError(goal + ", with " + edit + ": " + e, e);
        }
        assertUnharmed(goal + ", with " + edit);
    }

    private void assertUnharmed(String what) {
        assertThat(Scene.children(outside)).as(what).containsExactly(outside.resolve("precious"));
        assertThat(Scene.children(temporary))
                .as(what)
                .extracting(child -> child.getFileName().toString())
                .containsExactlyInAnyOrder("outside", "sim", "sim.worktrees");
        assertThat(scene.git.path("code.txt")).as(what).hasContent("first");
        assertThat(scene.git.path(".git/refs/heads/main")).as(what).exists();
        assertThat(scene.git.path(HostileText.CANARY)).as(what).doesNotExist();
    }
}
