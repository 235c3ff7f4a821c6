package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.process.ProcessLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
        List<String> words = List.of("sh", "-c", line);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            ProcessLog.ended(words, exit, start);
            if (exit != 0) {
                throw new IOException("a link could not be made: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
