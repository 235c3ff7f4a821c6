package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The YAML file of a project. */
final class SettingsFile {

    /** Its name, unless another is asked for. */
    static final String USUAL = "snapsweep.yaml";

    private final Path directory;
    private final Faults faults;

    SettingsFile(Path directory, Faults faults) {
        this.directory = directory;
        this.faults = faults;
    }

    /** Reads the file that was asked for, or the usual one where it is there. */
    YamlLayers read(Optional<Located<Path>> asked) {
        YamlLayers layers = new YamlLayers(faults);
        return file(asked).flatMap(this::parsed).map(layers::read).orElse(layers);
    }

    private Optional<Path> file(Optional<Located<Path>> asked) {
        if (asked.isEmpty()) {
            return Optional.of(directory.resolve(USUAL)).filter(Files::exists);
        }
        Path file = directory.resolve(asked.get().value());
        if (!Files.exists(file)) {
            faults.add(SettingProblems.noFile(asked.get().origin().text(), file));
        }
        return Optional.of(file).filter(Files::exists);
    }

    private Optional<Raw.Entries> parsed(Path file) {
        String name = file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
        return new TextFile(file, name, YamlText.LARGEST)
                .read(faults)
                .flatMap(text -> new YamlText(name, faults).read(text));
    }
}
