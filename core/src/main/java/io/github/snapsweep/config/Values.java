package io.github.snapsweep.config;

import java.nio.file.Path;
import java.util.Optional;

/** The settings' typed values: what is set in a layer, else the default. What cannot be read is a fault. */
final class Values {

    private final Layer layer;
    private final Path directory;
    private final Faults faults;

    /**
     * @param directory what relative paths start from
     */
    Values(Layer layer, Path directory, Faults faults) {
        this.layer = layer;
        this.directory = directory;
        this.faults = faults;
    }

    /** The value of a setting that may have none. */
    <T> Optional<T> find(Setting<T> setting) {
        return located(setting).map(Located::value).or(() -> preset(setting));
    }

    /** The value of a setting that has a default. */
    <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalStateException("no default: " + setting.key()));
    }

    /** A path, from the project's directory on. */
    Optional<Path> path(Setting<Path> setting) {
        return find(setting).map(path -> directory.resolve(path).normalize());
    }

    /** The value that somebody set, with who did. */
    <T> Optional<Located<T>> located(Setting<T> setting) {
        return given(setting)
                .flatMap(raw ->
                        setting.kind().read(raw, faults.of(setting)).map(value -> new Located<>(value, raw.origin())));
    }

    /** What somebody set, as it was written. */
    Optional<Raw> given(Setting<?> setting) {
        return layer.get(setting).filter(raw -> !setting.kind().isUnset(raw));
    }

    private static <T> Optional<T> preset(Setting<T> setting) {
        return setting.preset()
                .flatMap(text -> setting.kind()
                        .read(new Raw.Text(text, Raw.Form.PLAIN, Origin.PRESET), (raw, reason) -> {
                            throw new IllegalStateException("bad default: " + setting.key() + ": " + reason);
                        }));
    }
}
