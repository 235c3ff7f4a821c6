package io.github.snapsweep.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was tried and survived, counted in {@code target/faults.txt} for whoever started the suite. */
final class Tally {

    private static final Path FILE = Path.of("target", "faults.txt");
    private static final Map<String, Integer> COUNTS = new TreeMap<>();
    private static final Map<String, String> NOTES = new TreeMap<>();

    private Tally() {}

    /** So many more of these were tried, and all of what must hold held. */
    static synchronized void add(String what, int more) {
        COUNTS.merge(what, more, Integer::sum);
        write();
    }

    static synchronized void note(String what, String text) {
        NOTES.put(what, text);
        write();
    }

    private static void write() {
        String counts = COUNTS.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        String notes = NOTES.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, counts + notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
