package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** A file with a sweep: overrides as they stand in {@code -Dsweep}, one or more on a line. Lines that begin with # do not count. */
final class SweepFile {

    private static final long LARGEST = 10_000_000;

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
        try {
            if (Files.size(file) > LARGEST) {
                faults.add(SettingProblems.unreadable(file.toString(), "it has more than " + LARGEST + " bytes"));
                return;
            }
            String text = Files.readString(file)
                    .lines()
                    .map(line -> line.stripLeading().startsWith("#") ? "" : line)
                    .collect(Collectors.joining("\n"));
            into.put(SlurmCatalogue.SWEEP, new Raw.Text(text, Raw.Form.PLAIN, new Origin(file.toString())), faults);
        } catch (NoSuchFileException e) {
            faults.add(SettingProblems.noFile(asked.origin().text(), file));
        } catch (CharacterCodingException e) {
            faults.add(SettingProblems.unreadable(file.toString(), "it is not in UTF-8"));
        } catch (IOException e) {
            faults.add(SettingProblems.unreadable(file.toString(), e.toString()));
        }
    }
}
