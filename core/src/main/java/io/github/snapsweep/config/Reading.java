package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One reading of all sources: layer by layer, then the values, then what contradicts what. */
final class Reading {

    private final Sources sources;
    private final Faults faults = new Faults();

    Reading(Sources sources) {
        this.sources = sources;
    }

    Configuration run() {
        Layer properties = PropertyLayer.read(sources.userProperties(), faults);
        Layer pom = PomLayer.read(sources, faults);
        YamlLayers yaml = new SettingsFile(sources.projectDirectory(), faults)
                .read(values(pom, properties).located(SlurmCatalogue.CONFIG));
        Layer cluster = cluster(yaml, values(pom, yaml.base(), properties).located(SlurmCatalogue.CLUSTER));
        Layer file = new SweepFile(sources.projectDirectory(), faults)
                .read(values(pom, yaml.base(), cluster, properties).located(SlurmCatalogue.SWEEP_FILE));
        Configuration configuration = configuration(values(pom, yaml.base(), cluster, file, properties));
        faults.stop();
        return configuration;
    }

    /** As {@link #run}, with recorded values in place of the POM and the file. */
    Configuration over(Map<String, String> recorded) {
        Layer before = PropertyLayer.read(recorded, faults);
        Layer properties = PropertyLayer.read(sources.userProperties(), faults);
        Configuration configuration = configuration(values(before, properties));
        faults.stop();
        return configuration;
    }

    private Layer cluster(YamlLayers yaml, Optional<Located<String>> asked) {
        Optional<Layer> layer =
                asked.flatMap(name -> Optional.ofNullable(yaml.clusters().get(name.value())));
        if (asked.isPresent() && layer.isEmpty()) {
            faults.add(SettingProblems.noCluster(
                    asked.get().origin().text(),
                    asked.get().value(),
                    yaml.clusters().keySet()));
        }
        return layer.orElseGet(Layer::new);
    }

    private Configuration configuration(Values values) {
        SnapshotSettings snapshot = SnapshotSettings.of(values);
        SlurmSettings slurm = SlurmSettings.of(values);
        new Contradictions(values, faults).look(snapshot, slurm);
        return new Configuration(snapshot, slurm, new EffectiveSettings(values).all());
    }

    private Values values(Layer... layers) {
        return new Values(Layer.of(List.of(layers)), sources.projectDirectory(), faults);
    }
}
