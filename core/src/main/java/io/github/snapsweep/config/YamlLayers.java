package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a settings file sets: for everybody, and for each cluster. Slurm's settings stand at the top or below {@code
 * slurm}; a file with a {@code hydra} key is a Hydra config, and what else is at its top is left to its program.
 */
final class YamlLayers {

    private static final Set<String> SECTIONS = Set.of("snapshot", "sweep", "cluster");
    private static final String SLURM = Section.SLURM.prefix();

    /** The key of the sections that hold on one cluster only, by its name. */
    static final String CLUSTERS = "clusters";

    private final Layer base = new Layer();
    private final Map<String, Layer> clusters = new LinkedHashMap<>();
    private final Faults faults;
    private final SectionReader reader;

    YamlLayers(Faults faults) {
        this.faults = faults;
        this.reader = new SectionReader(YamlSpelling::camelCase, faults);
    }

    /** Reads the top of a file. */
    YamlLayers read(Raw.Entries top) {
        boolean hydra = top.entries().containsKey(HydraLauncher.HYDRA);
        top.entries().forEach((key, raw) -> {
            switch (key) {
                case HydraLauncher.HYDRA -> hydra(raw);
                case CLUSTERS -> reader.mapOf("clusters by name", CLUSTERS, raw).ifPresent(this::clusters);
                default -> setting(key, raw, hydra);
            }
        });
        misplaced(SlurmCatalogue.CONFIG, base, "-Dslurm.config");
        base.look(faults);
        clusters.values().forEach(cluster -> cluster.look(faults));
        return this;
    }

    /** What holds on every cluster. */
    Layer base() {
        return base;
    }

    /** What holds on one, by its name. */
    Map<String, Layer> clusters() {
        return Collections.unmodifiableMap(clusters);
    }

    private void setting(String key, Raw raw, boolean hydra) {
        boolean theirs = hydra ? !SECTIONS.contains(key) && !key.equals(SLURM) : HydraLauncher.THEIRS.contains(key);
        if (!theirs) {
            setting(key, raw, base);
        }
    }

    private void setting(String key, Raw raw, Layer into) {
        if (key.equals(SLURM)) {
            reader.nested(Section.SLURM, raw, into);
        } else {
            reader.one(Section.SLURM, key, raw, into);
        }
    }

    private void hydra(Raw raw) {
        HydraLauncher launcher = new HydraLauncher(faults);
        reader.mapOf("Hydra's settings", HydraLauncher.HYDRA, raw)
                .flatMap(hydra -> Optional.ofNullable(hydra.entries().get(HydraLauncher.LAUNCHER)))
                .flatMap(block -> reader.mapOf("settings", HydraLauncher.LAUNCHER, block))
                .ifPresent(block -> reader.read(Section.SLURM, launcher.settings(block), base));
    }

    private void clusters(Raw.Entries byName) {
        byName.entries().forEach((name, raw) -> {
            Layer layer = new Layer();
            reader.mapOf("settings", name, raw)
                    .ifPresent(map -> map.entries().forEach((key, value) -> setting(key, value, layer)));
            misplaced(SlurmCatalogue.CONFIG, layer, "-Dslurm.config");
            misplaced(SlurmCatalogue.CLUSTER, layer, "-Dslurm.cluster");
            clusters.put(name, layer);
        });
    }

    private void misplaced(Setting<?> setting, Layer layer, String instead) {
        layer.get(setting)
                .ifPresent(
                        raw -> faults.add(SettingProblems.misplaced(raw.origin().text(), instead)));
    }
}
