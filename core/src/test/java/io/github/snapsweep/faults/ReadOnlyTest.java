package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A file system that was mounted read-only, wholly or in part, as file servers do that have a problem: one message with the
 * place, nothing made and nothing removed, and where it can be written to again the same deed is done. Root alone may mount.
 */
@Tag("faults")
class ReadOnlyTest {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource({
        "CREATE,   sim/.git",
        "WORKTREE, sim/.git",
        "PRUNE,    sim/.git",
        "SUBMIT,   sim/.git",
        "RETRY,    sim/.git",
        "CREATE,   sim",
        "WORKTREE, sim",
        "PRUNE,    sim",
        "SUBMIT,   sim",
        "RETRY,    sim",
        "SUBMIT,   sim/.slurm",
        "RETRY,    sim/.slurm",
        "SUBMIT,   sim/multirun",
        "RETRY,    sim/multirun",
        "WORKTREE, sim.worktrees",
        "PRUNE,    sim.worktrees",
        "SUBMIT,   sim.worktrees"
    })
    void nothing_is_changed_and_it_is_said_where(Victim victim, String part) throws IOException, InterruptedException {
        Scene scene = victim.scene(temporary);
        Files.createDirectories(temporary.resolve(part));
        scene.edit("read-only");
        victim.prepare(scene);
        SortedMap<String, String> before = everything();

        try (Mount mount = Mount.readOnly(temporary.resolve(part));
                OwnProcess process = scene.start(victim.deed, victim.properties())) {
            assertThat(process.succeeds()).as(process::said).isFalse();

            assertThat(process.said()).contains(mount.folder().toString());
            assertThat(Scene.differences(before, everything())).isEmpty();
        }

        victim.survives(scene, part + " was read-only");
        Tally.add("read-only file systems survived, " + victim, 1);
    }

    /** All files and folders that there are, and when they were changed. */
    private SortedMap<String, String> everything() throws IOException {
        SortedMap<String, String> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(temporary)) {
            for (Path path : paths.toList()) {
                all.put(
                        path.toString(),
                        Files.isDirectory(path)
                                ? "folder"
                                : Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)
                                        .toString());
            }
        }
        return all;
    }
}
