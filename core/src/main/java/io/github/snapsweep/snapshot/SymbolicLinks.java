package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Symbolic links of exactly these bytes: Java takes slashes too many out of a target, where {@code ln} does not. */
final class SymbolicLinks {

    private SymbolicLinks() {}

    /**
     * Makes one.
     *
     * @param target a byte string
     */
    static void create(Path link, String target) throws IOException {
        if (!target.contains("//") && !target.endsWith("/")) {
            Files.createSymbolicLink(link, ByteText.path(target));
            return;
        }
        Path made = Files.createTempDirectory("snapsweep-link");
        try {
            run("ln -s -- " + ShellWord.of(target) + " link", made);
            Files.move(made.resolve("link"), link);
        } finally {
            FileTrees.delete(made);
        }
    }

    private static void run(String line, Path folder) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("a link could not be made: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
