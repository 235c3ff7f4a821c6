package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A disk that is full, whatever is written last: one clear message, nothing of the user's changed, and with room again the
 * same deed finishes the work. A file system of its own is mounted, which root alone may do.
 */
@Tag("faults")
class FullDiskTest {

    private static final int PAGE = 4096;
    private static final int MOST_PAGES = 80;

    @TempDir
    Path temporary;

    private Path disk;

    @BeforeEach
    void a_small_disk() throws Exception {
        assumeTrue(Machine.isRoot(), "only root may mount a file system");
        disk = Files.createDirectory(temporary.resolve("disk"));
        Machine.run("mount", "-t", "tmpfs", "-o", "size=6m", "snapsweep-faults", disk.toString());
    }

    @AfterEach
    void no_disk() throws Exception {
        if (disk != null) {
            Machine.run("umount", "--lazy", disk.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Victim.class,
            names = {"CREATE", "WORKTREE", "PRUNE", "SUBMIT", "RETRY"})
    void with_room_for_so_many_pages(Victim victim) throws IOException, InterruptedException {
        Scene scene = victim.scene(disk);
        scene.marksMayBeLost = true;
        Random chance = Chance.of("disk of " + victim);
        int full = 0;
        for (int round = 0; round < Chance.ROUNDS; round++) {
            scene.edit("round " + round);
            victim.prepare(scene);
            int pages = round % 2 == 0 ? chance.nextInt(12) : chance.nextInt(MOST_PAGES);
            full += isTooFull(victim, scene, pages) ? 1 : 0;
            try {
                scene.assertUnharmed();
                victim.finish(scene);
                scene.assertUnharmed();
                scene.assertTidy();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(victim + ", " + pages + " pages: " + e.getMessage(), e);
            }
        }
        Tally.add("full disks survived, " + victim, full);
    }

    private boolean isTooFull(Victim victim, Scene scene, int pages) throws IOException, InterruptedException {
        Path filler = disk.resolve("filler");
        fill(filler, pages);
        try (OwnProcess process = scene.start(victim.deed, victim.properties())) {
            int exit = process.end();
            assertThat(process.said()).doesNotContain("Exception");
            return exit != 0;
        } finally {
            Files.delete(filler);
        }
    }

    private static void fill(Path filler, int pages) throws IOException {
        byte[] page = new byte[PAGE];
        try (var out = Files.newByteChannel(
                filler, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            long written = 0;
            try {
                while (true) {
                    written += out.write(java.nio.ByteBuffer.wrap(page));
                }
            } catch (FileSystemException e) {
                throw e;
            } catch (IOException e) {
                out.truncate(Math.max(0, written - (long) pages * PAGE)); // it is full
            }
        }
    }
}
