package io.github.snapsweep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.snapsweep.problem.Reason;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders are deleted on NFS too, where a file that somebody has open is busy under another name until it is closed. Here a
 * file that something is mounted on is as busy, which root alone may do.
 */
class FileTreesTest {

    @TempDir
    Path temporary;

    private Path tree;
    private Path busy;

    @BeforeEach
    void a_file_that_is_open() throws Exception {
        tree = Files.createDirectories(temporary.resolve("tree/folder")).getParent();
        busy = Files.createFile(tree.resolve("folder/.nfs000000001"));
        Files.createFile(tree.resolve("folder/file"));
        Path other = Files.createFile(temporary.resolve("other"));
        assumeTrue(isDone("mount", "--bind", other.toString(), busy.toString()), "only root may mount");
    }

    private static boolean isDone(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void what_is_open_is_waited_for() throws Exception {
        CompletableFuture<Boolean> closing = CompletableFuture.supplyAsync(
                this::isClosed, CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));

        FileTrees.delete(tree);

        assertThat(tree).doesNotExist();
        assertThat(closing.join()).isTrue();
    }

    private boolean isClosed() {
        try {
            return isDone("umount", busy.toString());
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    @Test
    void what_stays_open_is_said() {
        try {
            assertThatExceptionOfType(FileSystemException.class)
                    .isThrownBy(() -> FileTrees.delete(tree))
                    .satisfies(failure -> assertThat(Reason.of(failure))
                            .isEqualTo(busy.getParent() + ": a process still has files in it open (.nfs...)"));
            assertThat(tree.resolve("folder/file")).doesNotExist();
        } finally {
            assertThat(isClosed()).isTrue();
        }
    }
}
