package io.github.snapsweep.faults;

import io.github.snapsweep.snapshot.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A disk that is full, whatever is written last: one clear message, nothing of the user's changed, and with room again the
 * same deed finishes the work. A file system of its own is mounted, which root alone may do.
 */
@Tag("faults")
class FullDiskTest {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource({
        "CREATE,   PAGES",
        "WORKTREE, PAGES",
        "PRUNE,    PAGES",
        "SUBMIT,   PAGES",
        "RETRY,    PAGES",
        "CREATE,   INODES",
        "WORKTREE, INODES",
        "PRUNE,    INODES",
        "SUBMIT,   INODES",
        "RETRY,    INODES"
    })
    void of_the_repository(Victim victim, Room room) throws IOException, InterruptedException {
        Path disk = temporary.resolve("disk");
        try (Mount mount = Mount.small(disk, room.disk)) {
            Scene scene = victim.scene(mount.folder());
            survives(victim, scene, room, disk, "repository");
        }
    }

    /** The repository has room, and a file system beside it has none. */
    @ParameterizedTest
    @CsvSource({
        "WORKTREE, PAGES,  sim.worktrees",
        "SUBMIT,   INODES, sim.worktrees",
        "RETRY,    PAGES,  sim.worktrees",
        "SUBMIT,   PAGES,  sim/multirun",
        "RETRY,    INODES, sim/multirun"
    })
    void of_worktrees_or_outputs_alone(Victim victim, Room room, String folder)
            throws IOException, InterruptedException {
        Scene scene = victim.scene(temporary);
        Path disk = temporary.resolve(folder);
        try (Mount mount = Mount.small(disk, room.disk)) {
            scene.settled();
            survives(victim, scene, room, mount.folder(), folder.replace("sim", ""));
        }
    }

    private static void survives(Victim victim, Scene scene, Room room, Path disk, String what)
            throws IOException, InterruptedException {
        Random chance = Chance.of(room + " of " + what + " and " + victim);
        int full = 0;
        for (int round = 0; round < Chance.FEW_ROUNDS; round++) {
            scene.edit("round " + round);
            victim.prepare(scene);
            int left = chance.nextInt(round % 2 == 0 ? room.enough / 6 : room.enough);
            boolean tooFull = isTooFull(victim, scene, room, disk, left);
            full += tooFull ? 1 : 0;
            victim.survives(scene, left + " " + room.name().toLowerCase(Locale.ROOT) + " left");
        }
        Tally.add("full disks survived, " + victim, full);
    }

    private static boolean isTooFull(Victim victim, Scene scene, Room room, Path disk, int left)
            throws IOException, InterruptedException {
        Path filler = disk.resolve("filler");
        room.fill(filler, left);
        try (OwnProcess process = scene.start(victim.deed, victim.properties())) {
            return !process.succeeds();
        } finally {
            FileTrees.delete(filler);
            Files.deleteIfExists(filler);
        }
    }
}
