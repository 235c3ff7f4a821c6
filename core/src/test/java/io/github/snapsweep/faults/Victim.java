package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.launch.LaunchFolder;
import io.github.snapsweep.launch.LaunchRecord;
import io.github.snapsweep.launch.LaunchStates;
import io.github.snapsweep.launch.LaunchStatus;
import io.github.snapsweep.launch.SnapshotResult;
import io.github.snapsweep.launch.TaskState;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.snapshot.Worktree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is killed: what is there before it, how it is done, and how one sees that it was done whole in the end. */
enum Victim {
    CREATE(Deed.CREATE) {
        @Override
        void finish(Scene scene) {
            SnapshotResult made = (SnapshotResult) scene.run(Deed.CREATE, properties());
            assertThat(scene.git.git("rev-parse", made.commit() + "^{tree}")).isEqualTo(scene.git.tree());
        }
    },
    WORKTREE(Deed.WORKTREE) {
        @Override
        void prepare(Scene scene) {
            scene.run(Deed.PRUNE, Map.of("snapshot.keepLast", "1"));
            scene.run(Deed.CREATE, Map.of());
        }

        @Override
        void finish(Scene scene) {
            Worktree made = (Worktree) scene.run(Deed.WORKTREE, properties());
            assertThat(made.path().resolve("code.txt")).hasSameBinaryContentAs(scene.git.path("code.txt"));
        }
    },
    PRUNE(Deed.PRUNE) {
        @Override
        void prepare(Scene scene) {
            scene.run(Deed.CREATE, Map.of());
            scene.run(Deed.WORKTREE, Map.of());
            scene.edit("another of " + scene.prepared++);
            scene.run(Deed.CREATE, Map.of());
            if (scene.prepared % 2 == 0) {
                scene.git.then("pack-refs", "--all");
            }
        }

        @Override
        void finish(Scene scene) {
            scene.run(Deed.PRUNE, properties());
            assertThat(scene.git.git("branch", "--format=%(refname:short)")).isEqualTo("main");
            assertThat(Scene.children(scene.worktrees())).isEmpty();
            assertThat(scene.git.git("worktree", "list")).hasLineCount(1);
        }
    },
    SUBMIT(Deed.SUBMIT) {
        @Override
        void prepare(Scene scene) throws IOException {
            Launches.remember(scene);
        }

        @Override
        void finish(Scene scene) throws IOException, InterruptedException {
            Launches.complete(scene, properties());
        }
    },
    SUBMIT_TO_SLURM(Deed.SUBMIT) {
        @Override
        void prepare(Scene scene) throws IOException {
            Launches.remember(scene);
        }

        @Override
        void finish(Scene scene) throws IOException, InterruptedException {
            Launches.complete(scene, properties());
        }
    },
    RETRY(Deed.RETRY) {
        @Override
        void prepare(Scene scene) throws IOException {
            Launches.remember(scene);
            Launches.fail(scene);
        }

        @Override
        void finish(Scene scene) throws IOException, InterruptedException {
            Launches.complete(scene, Launches.here());
        }
    };

    final Deed deed;

    Victim(Deed deed) {
        this.deed = deed;
    }

    /** How it is asked for. */
    Map<String, String> properties() {
        return switch (this) {
            case PRUNE -> Map.of("snapshot.keepLast", "0");
            case SUBMIT -> Launches.here();
            case SUBMIT_TO_SLURM -> Launches.inSlurm();
            default -> Map.of();
        };
    }

    Scene scene(Path folder) {
        Scene scene = Scene.in(folder);
        return this == SUBMIT_TO_SLURM ? scene.withSlurm().with("FAKE_SLURM_MAXARRAY", "3") : scene;
    }

    /** What has to be there before. */
    void prepare(Scene scene) throws IOException {
        assertThat(scene.git.root()).isDirectory();
    }

    /** Whatever befell it: nothing is harmed, and done again it is done whole. */
    void survives(Scene scene, String what) throws IOException, InterruptedException {
        try {
            scene.assertUnharmed();
            finish(scene);
            scene.assertUnharmed();
            scene.assertTidy();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(this + ", " + what + ": " + e.getMessage() + "\n" + scene.said, e);
        }
    }

    /** Does it again, and looks that it is done, and done once. */
    abstract void finish(Scene scene) throws IOException, InterruptedException;

    /** The launches of a scene, and their tasks: each of them runs once. */
    static final class Launches {

        private static final int TASKS = 4;
        private static final String SCRIPT =
                "[ -e \"$SNAPSWEEP_OUTPUT/../../../fails\" ] && exit 1; " + "cat code.txt >>\"$SNAPSWEEP_OUTPUT/runs\"";

        static Map<String, String> here() {
            return properties("local");
        }

        static Map<String, String> inSlurm() {
            return properties("slurm");
        }

        private static Map<String, String> properties(String executor) {
            return new TreeMap<>(Map.of(
                    "slurm.executor",
                    executor,
                    "slurm.parallelism",
                    "2",
                    "slurm.sweep",
                    "x=range(" + TASKS + ")",
                    "slurm.script",
                    SCRIPT));
        }

        /** Of the launches before, a worktree is left that the next may take over. */
        static void remember(Scene scene) throws IOException {
            scene.run(Deed.PRUNE, Map.of("snapshot.keepLast", "1"));
            LaunchFolder.all(scene.git.root()).forEach(launch -> scene.launchesBefore.add(launch.id()));
        }

        /** A launch of which all tasks fail, and would not again. */
        static void fail(Scene scene) throws IOException {
            scene.git.write("fails", "");
            try {
                scene.run(Deed.SUBMIT, here());
            } catch (Problem e) {
                assertThat(e).hasMessageContaining("failed");
            }
            scene.git.delete("fails");
        }

        /** A launch on this machine of which one of two tasks fails. */
        static LaunchFolder halfFailed(Scene scene) {
            try {
                scene.run(
                        Deed.SUBMIT,
                        Map.of(
                                "slurm.executor",
                                "local",
                                "slurm.sweep",
                                "x=a,b",
                                "slurm.script",
                                "[[ $SNAPSWEEP_PARAM_X == a ]]"));
            } catch (Problem e) {
                assertThat(e).hasMessageContaining("1 of 2 tasks");
            }
            return LaunchFolder.require(scene.git.root(), "latest");
        }

        /** Takes up what was written down, else begins again; in the end each task has run once. */
        static void complete(Scene scene, Map<String, String> properties) throws IOException, InterruptedException {
            List<LaunchFolder> begun = LaunchFolder.all(scene.git.root()).stream()
                    .filter(launch -> !scene.launchesBefore.contains(launch.id()))
                    .toList();
            if (begun.isEmpty()) {
                LaunchRecord made = (LaunchRecord) scene.run(Deed.SUBMIT, properties);
                begun = List.of(new LaunchFolder(scene.git.root(), made.launch()));
            }
            assertThat(begun).hasSize(1);
            complete(scene, begun.get(0));
            String frozen = Files.readString(scene.git.path("code.txt")).strip();
            for (int task = 0; task < TASKS; task++) {
                assertThat(Files.readAllLines(begun.get(0).output(task, TASKS).resolve("runs")))
                        .as("the runs of task " + task)
                        .hasSize(1)
                        .containsOnly(frozen);
            }
        }

        private static void complete(Scene scene, LaunchFolder launch) throws InterruptedException {
            LaunchStates states = LaunchStates.of(scene.git.root(), Deed.surroundings(scene.host(), scene.said::add));
            long deadline = System.nanoTime() + 60_000_000_000L;
            while (true) {
                try {
                    scene.run(Deed.RETRY, Map.of("slurm.launch", launch.id()));
                } catch (Problem e) {
                    assertThat(e.getMessage())
                            .contains("have not ended"); // some still run: the kill did not reach them
                }
                LaunchStatus status = states.of(launch);
                if (status.count(TaskState.COMPLETED) == TASKS) {
                    return;
                }
                assertThat(System.nanoTime()).as(status + "\n" + scene.said).isLessThan(deadline);
                Thread.sleep(50);
            }
        }
    }
}
