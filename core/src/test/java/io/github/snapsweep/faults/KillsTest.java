package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is killed, whenever it is: nothing of the user's has changed, git finds nothing wrong, nothing that is half counts
 * as whole, and the same deed done again finishes the work, each task of it once.
 */
@Tag("faults")
class KillsTest {

    /** What a deed may change on disk, each a step: see Strace.into(1). */
    private static final String STEPS =
            "rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,symlink,"
                    + "symlinkat,fsync,fdatasync,ftruncate,chmod,fchmod,fchmodat";

    private static final int KILLED = 128 + 9;

    @TempDir
    Path temporary;

    @ParameterizedTest
    @EnumSource(Victim.class)
    void at_a_moment_by_chance(Victim victim) throws IOException, InterruptedException {
        Random chance = Chance.of("kill " + victim);
        Scene scene = victim.scene(temporary);
        long longest = duration(victim, scene);
        int killed = 0;
        for (int round = 0; killed < Chance.ROUNDS; round++) {
            scene.edit("round " + round);
            victim.prepare(scene);
            try (OwnProcess process = scene.start(victim.deed, victim.properties())) {
                process.awaitReady();
                if (process.killAfter((long) (longest * chance.nextDouble()))) {
                    killed++;
                }
            }
            victim.survives(scene, "round " + round);
        }
        Tally.add("kills survived, at a moment by chance, " + victim, killed);
    }

    /** How long the deed takes when it is left alone. */
    private static long duration(Victim victim, Scene scene) throws IOException, InterruptedException {
        scene.edit("unkilled");
        victim.prepare(scene);
        try (OwnProcess process = scene.start(victim.deed, victim.properties())) {
            process.awaitReady();
            long start = System.nanoTime();
            assertThat(process.end()).as(process::said).isZero();
            long took = System.nanoTime() - start;
            victim.survives(scene, "unkilled");
            return took;
        }
    }

    @ParameterizedTest
    @EnumSource(Victim.class)
    void before_a_step_on_the_disk(Victim victim) throws IOException, InterruptedException {
        Scene scene = victim.scene(temporary);
        List<Integer> steps =
                IntStream.rangeClosed(1, steps(victim, scene)).boxed().collect(Collectors.toList());
        Collections.shuffle(steps, Chance.of("steps of " + victim));
        int killed = 0;
        for (int step : steps.subList(0, Math.min(steps.size(), 2 * Chance.ROUNDS))) {
            killed += isKilledAt(step, victim, scene) ? 1 : 0;
        }
        assertThat(killed).isPositive();
        Tally.add("kills survived, before a step on the disk, " + victim, killed);
    }

    /** How many there are in the thread that has the most of them. */
    private int steps(Victim victim, Scene scene) throws IOException, InterruptedException {
        scene.edit("unkilled");
        victim.prepare(scene);
        Path trace = temporary.resolve("trace");
        try (OwnProcess process = scene.start(victim.deed, victim.properties(), Strace.into(trace, "trace=" + STEPS))) {
            assertThat(process.end()).as(process::said).isZero();
        }
        victim.survives(scene, "traced");
        Map<String, Long> byThread = Files.readAllLines(trace).stream()
                .filter(line -> line.matches("\\d+ +[a-z0-9]+\\(.*"))
                .collect(Collectors.groupingBy(line -> line.split(" ", 2)[0], Collectors.counting()));
        return Collections.max(byThread.values()).intValue();
    }

    private static boolean isKilledAt(int step, Victim victim, Scene scene) throws IOException, InterruptedException {
        scene.edit("step " + step);
        victim.prepare(scene);
        String inject = "inject=" + STEPS + ":signal=KILL:when=" + step;
        int exit;
        try (OwnProcess process = scene.start(
                victim.deed, victim.properties(), Strace.into(Path.of("/dev/null"), "trace=" + STEPS, inject))) {
            exit = process.end();
            assertThat(exit).as(process::said).isIn(0, KILLED);
        }
        victim.survives(scene, "step " + step);
        return exit == KILLED;
    }
}
