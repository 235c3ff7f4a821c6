package io.github.snapsweep.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings that hold. Of several sources the later wins: the defaults, the POM, the YAML file, its section for the
 * cluster, the command line. Lists are replaced whole; maps add up entry by entry.
 *
 * @param snapshot the settings {@code snapshot.*}
 * @param slurm the settings {@code slurm.*}
 * @param effective every setting that has a value, with where it came from
 */
public record Configuration(SnapshotSettings snapshot, SlurmSettings slurm, List<Effective> effective) {

    public Configuration {
        effective = List.copyOf(effective);
    }

    /**
     * Reads all sources.
     *
     * @throws io.github.snapsweep.problem.Problem when anything in them is wrong: all of it at once
     */
    public static Configuration read(Sources sources) {
        return new Reading(sources).run();
    }

    /**
     * Reads settings again that were recorded, with what the command line says over them; the POM and the YAML file, which
     * may say something else by now, are not read.
     *
     * @param recorded values as they were written, by the settings' full names
     * @throws io.github.snapsweep.problem.Problem as {@link #read}
     */
    public static Configuration replay(
            Map<String, String> recorded, Map<String, String> userProperties, Path projectDirectory) {
        return new Reading(new Sources(Map.of(), userProperties, projectDirectory, Section.SLURM.prefix()))
                .over(recorded);
    }

    /** Who set a setting, by its full name ({@code slurm.partition}); none when it has no value. */
    public Optional<Origin> origin(String key) {
        return effective.stream()
                .filter(setting -> setting.key().equals(key))
                .map(Effective::origin)
                .findFirst();
    }
}
