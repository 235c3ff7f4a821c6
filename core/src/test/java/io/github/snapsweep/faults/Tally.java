package io.github.snapsweep.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What was tried and survived, a line each in {@code target/faults.txt}, for {@code src/it/faults/faults} to sum up. */
final class Tally {

    private static final Path FILE = Path.of("target", "faults.txt");

    private Tally() {}

    /** So many more of these were tried, and all of what must hold held. */
    static synchronized void add(String what, int more) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, what + ": " + more + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
