package io.github.snapsweep.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that settings can come from.
 *
 * @param pom a goal's configuration in the POM: the setting's name to a text, a list or a map; null is as good as not
 *     there. For a goal of slurm it may hold a map {@code snapshot}
 * @param pomPlaces where those stand, by their elements: {@code partition}, {@code env/SEED}
 * @param userProperties all {@code -D} of the session, ours and others'
 * @param projectDirectory where {@code snapsweep.yaml} may be, and what relative paths start from
 * @param prefix the goal's prefix, {@code snapshot} or {@code slurm}
 */
public record Sources(
        Map<String, ? extends @Nullable Object> pom,
        Map<String, PomPlace> pomPlaces,
        Map<String, String> userProperties,
        Path projectDirectory,
        String prefix) {

    public Sources {
        pom = Collections.unmodifiableMap(new LinkedHashMap<>(pom));
        pomPlaces = Map.copyOf(pomPlaces);
        userProperties = Map.copyOf(userProperties);
        projectDirectory = projectDirectory.toAbsolutePath().normalize();
    }

    /** The same with a POM of which nobody knows where its elements stand. */
    public Sources(
            Map<String, ? extends @Nullable Object> pom,
            Map<String, String> userProperties,
            Path projectDirectory,
            String prefix) {
        this(pom, Map.of(), userProperties, projectDirectory, prefix);
    }

    /** Whose settings the POM's are. */
    Section section() {
        return Section.of(prefix);
    }
}
