package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is killed, whenever it is: nothing of the user's has changed, git finds nothing wrong, nothing that is half counts
 * as whole, and the same deed done again finishes the work, each task of it once.
 */
@Tag("faults")
class KillsAtMomentsTest {

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
}
