package io.github.snapsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sources of settings, put together for a test. */
final class Given {

    private final Path directory;
    private final Map<String, Object> pom = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> yamls = new LinkedHashMap<>();
    private String prefix = "slurm";

    Given(Path directory) {
        this.directory = directory;
    }

    Given goalOf(String goalPrefix) {
        prefix = goalPrefix;
        return this;
    }

    Given pom(String name, Object value) {
        pom.put(name, value);
        return this;
    }

    Given property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /** The project's snapsweep.yaml. */
    Given yaml(String text) {
        return yaml("snapsweep.yaml", text);
    }

    Given yaml(String name, String text) {
        yamls.put(name, text);
        return file(name, text);
    }

    Given file(String name, String text) {
        try {
            Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The settings; what could be read, no editor complains of. */
    Configuration read() {
        Configuration configuration = Configuration.read(new Sources(pom, properties, directory, prefix));
        yamls.forEach((name, text) ->
                assertThat(SchemaCheck.complaints(text)).as(text).isEmpty());
        return configuration;
    }

    SlurmSettings slurm() {
        return read().slurm();
    }

    SnapshotSettings snapshot() {
        return read().snapshot();
    }

    /** What is said of these sources. */
    String message() {
        return catchThrowableOfType(Problem.class, this::read).getMessage();
    }
}
