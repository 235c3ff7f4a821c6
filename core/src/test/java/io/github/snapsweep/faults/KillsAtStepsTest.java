package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As {@link KillsAtMomentsTest}, but right before a step on the disk: chance alone would seldom meet it. */
@Tag("faults")
class KillsAtStepsTest {

    private static final int KILLED = 128 + 9;

    @TempDir
    Path temporary;

    @ParameterizedTest
    @EnumSource(Victim.class)
    void before_a_step_on_the_disk(Victim victim) throws IOException, InterruptedException {
        Scene scene = victim.scene(temporary);
        List<DiskStep> steps = new ArrayList<>(steps(victim, scene));
        Collections.shuffle(steps, Chance.of("steps of " + victim));
        int killed = 0;
        for (DiskStep step : steps.subList(0, Math.min(steps.size(), 2 * Chance.ROUNDS))) {
            killed += isKilledAt(step, victim, scene) ? 1 : 0;
        }
        assertThat(killed).isPositive();
        Tally.add("kills survived, before a step on the disk, " + victim, killed);
    }

    /** Those of the deed when it is left alone. */
    private List<DiskStep> steps(Victim victim, Scene scene) throws IOException, InterruptedException {
        scene.edit("unkilled");
        victim.prepare(scene);
        Path trace = temporary.resolve("trace");
        try (OwnProcess process =
                scene.start(victim.deed, victim.properties(), Strace.into(trace, "trace=" + DiskStep.CALLS))) {
            assertThat(process.end()).as(process::said).isZero();
        }
        victim.survives(scene, "traced");
        return DiskStep.in(Trace.calls(trace), temporary.toString());
    }

    private static boolean isKilledAt(DiskStep step, Victim victim, Scene scene)
            throws IOException, InterruptedException {
        scene.edit(step.toString());
        victim.prepare(scene);
        int exit;
        try (OwnProcess process = scene.start(
                victim.deed,
                victim.properties(),
                Strace.into(Path.of("/dev/null"), "trace=" + DiskStep.CALLS, step.kill()))) {
            exit = process.end();
            assertThat(exit).as(process::said).isIn(0, KILLED); // another time there may be fewer of them
        }
        victim.survives(scene, step.toString());
        return exit == KILLED;
    }
}
