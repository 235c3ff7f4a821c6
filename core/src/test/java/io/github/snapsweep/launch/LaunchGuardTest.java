package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.progress.Progress;
import io.github.snapsweep.progress.ShownProgress;
import io.github.snapsweep.progress.StepDisplay;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two commands on one launch. */
class LaunchGuardTest {

    private final Progress progress = new ShownProgress(line -> {}, line -> {}, StepDisplay.NONE);

    @TempDir
    Path project;

    private LaunchFolder folder;

    @BeforeEach
    void launch() throws Exception {
        folder = LaunchFolder.create(project, "sim", Instant.parse("2026-11-23T14:22:33Z"));
    }

    @Test
    void theSecondIsToldWhoIsInTheWay() throws Exception {
        Process other = GuardHolder.start(folder);
        try {
            assertThat(LaunchGuard.isHeld(folder)).isTrue();
            assertThatThrownBy(() -> LaunchGuard.with(folder, progress, () -> "done"))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("Another command is at work on launch " + folder.id());
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void aHolderThatIsKilledHoldsNothing() throws Exception {
        GuardHolder.start(folder).destroyForcibly().waitFor();

        assertThat(LaunchGuard.isHeld(folder)).isFalse();
        assertThat(LaunchGuard.with(folder, progress, () -> "done")).isEqualTo("done");
    }

    @Test
    void twoOfOneProcessComeOneAfterTheOther() throws Exception {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Thread first = new Thread(() -> work(order, "first"));
        Thread second = new Thread(() -> work(order, "second"));

        first.start();
        second.start();
        first.join();
        second.join();

        assertThat(order.get(0)).isEqualTo(order.get(1).replace("end", "begin"));
        assertThat(order).hasSize(4);
    }

    private void work(List<String> order, String who) {
        try {
            LaunchGuard.with(folder, progress, () -> {
                order.add(who + " begin");
                Thread.sleep(100);
                return order.add(who + " end");
            });
        } catch (Exception e) {
            order.add(e.toString());
        }
    }

    /** To close any channel of a file gives up all of a process's locks of it, see fcntl(2). */
    @Test
    void toLookDoesNotLetGo() throws Exception {
        Process other = LaunchGuard.with(folder, progress, () -> {
            assertThat(LaunchGuard.isHeld(folder))
                    .as("it is this process's own")
                    .isFalse();
            Process waiting = GuardHolder.begin(folder);
            assertThat(waiting.waitFor(3, TimeUnit.SECONDS))
                    .as("the other one waits")
                    .isFalse();
            assertThat(GuardHolder.ready(folder)).as("and has not got it").doesNotExist();
            return waiting;
        });
        other.destroyForcibly().waitFor();
    }
}
