package io.github.snapsweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.launch.LaunchUse;
import io.github.snapsweep.launch.ListedSnapshot;
import io.github.snapsweep.launch.SnapshotList;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotTableTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:22:33Z");
    private static final Path FOLDER = Path.of("/home/me/sim.worktrees");

    private static ListedSnapshot snapshot(Duration age, ListedSnapshot.Place... worktrees) {
        return new ListedSnapshot(
                "slurm-job-1",
                "refs/heads/slurm-job-1",
                "4f2a9c1be07d" + "0".repeat(28),
                "1b2c3d4e5f60" + "0".repeat(28),
                "main",
                NOW.minus(age),
                3,
                2,
                1,
                12_698,
                List.of(worktrees));
    }

    private static LaunchUse use(String summary, int live) {
        return new LaunchUse("launch", live > 0, live, summary, "");
    }

    private static List<String> lines(List<ListedSnapshot> snapshots) {
        return SnapshotTable.lines(new SnapshotList("slurm-job", FOLDER, NOW, snapshots, ""));
    }

    @Test
    void aSnapshotIsALine() {
        ListedSnapshot.Place worktree = new ListedSnapshot.Place(
                FOLDER.resolve("4f2a9c1be07d"), List.of(use("sim-1: 3 running", 3), use("sim-2: ended", 0)));

        assertThat(lines(List.of(snapshot(Duration.ofHours(2), worktree))))
                .containsExactly(
                        " snapshot     age  commit        base               differs            worktree      launches",
                        " slurm-job-1  2 h  4f2a9c1be07d  1b2c3d4e5f60 main  6 files, 12.4 KiB  4f2a9c1be07d"
                                + "  sim-1: 3 running; sim-2: ended");
    }

    @Test
    void manyLaunchesAreCounted() {
        ListedSnapshot.Place worktree =
                new ListedSnapshot.Place(Path.of("/scratch/elsewhere"), Collections.nCopies(4, use("x", 2)));

        assertThat(lines(List.of(snapshot(Duration.ZERO, worktree))).get(1))
                .endsWith("/scratch/elsewhere  4 launches, 8 live tasks");
    }

    @Test
    void aScreenIsNotOverrun() {
        assertThat(lines(Collections.nCopies(100, snapshot(Duration.ZERO))))
                .hasSize(42)
                .endsWith("and 60 older  (all of them: -Dsnapshot.resultFile=FILE)");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, now", "PT59S, now", "PT1M, 1 min", "PT59M59S, 59 min", "PT1H, 1 h", "PT23H, 23 h", "P1D, 1 d"})
    void agesAreRound(Duration age, String text) {
        assertThat(lines(List.of(snapshot(age))).get(1)).contains("slurm-job-1  " + text + "  ");
    }
}
