package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** A file with a sweep: overrides as they stand in {@code -Dsweep}, one or more on a line. Lines that begin with # do not count. */
final class SweepFile {

    private static final int LARGEST = 10_000_000;

    private final Path directory;
    private final Faults faults;

    SweepFile(Path directory, Faults faults) {
        this.directory = directory;
        this.faults = faults;
    }

    /** What the file that was asked for says of the sweep. */
    Layer read(Optional<Located<Path>> asked) {
        Layer layer = new Layer();
        asked.ifPresent(path -> read(path, layer));
        return layer;
    }

    private void read(Located<Path> asked, Layer into) {
        Path file = directory.resolve(asked.value());
        if (!Files.exists(file)) {
            faults.add(SettingProblems.noFile(asked.origin().text(), file));
            return;
        }
        new TextFile(file, file.toString(), LARGEST)
                .read(faults)
                .map(text -> new Raw.Text(withoutComments(text), Raw.Form.PLAIN, new Origin(file.toString())))
                .ifPresent(text -> into.put(SlurmCatalogue.SWEEP, text, faults));
    }

    private static String withoutComments(String text) {
        return text.lines()
                .map(line -> line.stripLeading().startsWith("#") ? "" : line)
                .collect(Collectors.joining("\n"));
    }
}
