package io.github.snapsweep.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that are read, and those that are written when that is asked for. */
final class Project {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final Path README = ROOT.resolve("README.md");
    static final Path PAGES = ROOT.resolve("src/site/markdown");

    private Project() {}

    static Path page(String name) {
        return PAGES.resolve(name + ".md");
    }

    /** All pages of the manual. */
    static List<Path> pages() {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
