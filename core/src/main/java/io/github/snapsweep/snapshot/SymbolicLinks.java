package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
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
        Process process = new ProcessBuilder(List.of("ln", "-s", "--", ByteText.readable(target), link.toString()))
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("the link " + link + " could not be made: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
