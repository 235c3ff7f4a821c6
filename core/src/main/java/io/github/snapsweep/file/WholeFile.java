package io.github.snapsweep.file;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all: a reader sees the old one or the new one, and a failure leaves the old one. */
public final class WholeFile {

    /** What is in it. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it. */
        void to(Writer out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes a file that a user has named, and makes the folders to it. A link stays one: what it leads to is written. A pipe,
     * a terminal or another device is written to as it is.
     *
     * @throws IOException when it cannot be written
     */
    public static void write(Path file, Content content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        if (!Files.exists(file)) {
            replace(file, content);
        } else if (Files.isRegularFile(file)) {
            replace(file.toRealPath(), content);
        } else {
            fill(file, content);
        }
    }

    /**
     * Writes a file in the place of whatever has its name: a link is replaced, and what it leads to stays.
     *
     * @throws IOException when it cannot be written
     */
    public static void replace(Path file, Content content) throws IOException {
        Path unfinished = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            fill(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void fill(Path file, Content content) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            content.to(out);
        }
    }
}
