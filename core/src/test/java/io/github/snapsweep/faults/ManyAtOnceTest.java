package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.launch.LaunchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many processes on one repository, and git itself beside them: none is in another one's way. */
@Tag("faults")
class ManyAtOnceTest {

    private static final int CREATING = 4;
    private static final int MAKING_WORKTREES = 3;
    private static final int SUBMITTING = 7;
    private static final int PRUNING = 4;
    private static final int EXAMINING = 2;
    private static final int OLD = 3;
    private static final int TASKS = 3;

    @TempDir
    Path temporary;

    @Test
    void twenty_create_make_worktrees_submit_prune_and_examine_beside_a_git_gc() throws Exception {
        Scene scene = Scene.in(temporary);
        scene.git.config("gc.reflogExpire", "never").config("gc.reflogExpireUnreachable", "never"); // git's own doing
        scene.git.config("core.packedRefsTimeout", "60000"); // after a second git gives up otherwise
        scene.edit("at once");
        scene.run(Deed.CREATE, Map.of());
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger collected = new AtomicInteger();
        CompletableFuture<Void> collecting = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                scene.git.then("gc", "--quiet", "--prune=now");
                collected.incrementAndGet();
            }
        });
        List<OwnProcess> all = new ArrayList<>();
        try {
            start(all, CREATING, scene, Deed.CREATE, Map.of("snapshot.reuse", "false"));
            start(all, SUBMITTING, scene, Deed.SUBMIT, launch());
            start(all, MAKING_WORKTREES, scene, Deed.WORKTREE, Map.of());
            start(all, PRUNING, scene, Deed.PRUNE, Map.of("snapshot.keepLast", "3"));
            start(all, EXAMINING, scene, Deed.DOCTOR, Map.of("snapshot.fix", "true"));
            for (OwnProcess process : all) {
                int exit = process.end();
                assertThat(exit).as(process::said).isZero();
            }
        } finally {
            all.forEach(OwnProcess::close);
            done.set(true);
        }
        collecting.get();

        scene.assertUnharmed();
        scene.assertTidy();
        everyTaskRanOnce(scene, "at once", SUBMITTING);
        assertThat(collected).hasPositiveValue();
        Tally.add("processes at once on one repository, beside a git gc", all.size());
    }

    @Test
    void several_prune_the_same_old_launches_while_new_ones_are_submitted() throws Exception {
        Scene scene = Scene.in(temporary).edit("old");
        for (int i = 0; i < OLD; i++) {
            scene.run(Deed.SUBMIT, launch());
        }
        List<LaunchFolder> old = LaunchFolder.all(scene.git.root());
        scene.edit("new");
        scene.run(Deed.CREATE, Map.of()); // else two of them may make two snapshots of the same, and one may go
        List<OwnProcess> all = new ArrayList<>();
        try {
            start(all, OLD, scene, Deed.SUBMIT, launch());
            start(all, PRUNING, scene, Deed.PRUNE, Map.of("snapshot.keepLast", "1", "snapshot.launches", "outputs"));
            for (OwnProcess process : all) {
                int exit = process.end();
                assertThat(exit).as(process::said).isZero();
            }
        } finally {
            all.forEach(OwnProcess::close);
        }

        scene.run(Deed.PRUNE, Map.of("snapshot.keepLast", "1", "snapshot.launches", "outputs"));
        scene.assertUnharmed();
        scene.assertTidy();
        assertThat(LaunchFolder.all(scene.git.root()))
                .as(() -> all.stream().map(OwnProcess::said).collect(Collectors.joining("\n")))
                .hasSize(OLD)
                .doesNotContainAnyElementsOf(old);
        everyTaskRanOnce(scene, "new", OLD);
    }

    private static void start(List<OwnProcess> all, int count, Scene scene, Deed deed, Map<String, String> properties)
            throws IOException {
        for (int i = 0; i < count; i++) {
            all.add(scene.start(deed, properties));
        }
    }

    private static Map<String, String> launch() {
        return new TreeMap<>(Map.of(
                "slurm.executor", "local",
                "slurm.parallelism", "1",
                "slurm.sweep", "x=range(" + TASKS + ")",
                "slurm.script", "cat code.txt >>\"$SNAPSWEEP_OUTPUT/runs\""));
    }

    private static void everyTaskRanOnce(Scene scene, String code, int count) throws IOException {
        List<LaunchFolder> launches = LaunchFolder.all(scene.git.root());
        assertThat(launches).hasSize(count);
        for (LaunchFolder launch : launches) {
            for (int task = 0; task < TASKS; task++) {
                assertThat(Files.readString(launch.output(task, TASKS).resolve("runs")))
                        .isEqualTo(code + "\n");
            }
        }
    }
}
