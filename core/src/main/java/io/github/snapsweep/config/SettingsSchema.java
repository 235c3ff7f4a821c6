package io.github.snapsweep.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The JSON schema of a settings file: by it editors complete and check one. It is made from the catalogue; both spellings of
 * a key are in it. What it cannot say is left to the reading: the same setting twice, settings that exclude each other, and
 * what the texts of a command, a sweep or a list hold.
 */
public final class SettingsSchema {

    private static final Map<String, Object> ANYTHING = Map.of();
    private static final String SNAPSHOT = Section.SNAPSHOT.prefix();
    private static final String SLURM = Section.SLURM.prefix();
    private static final Set<Setting<?>> NOT_IN_A_FILE = Set.of(SlurmCatalogue.CONFIG);
    private static final Set<Setting<?>> NOT_IN_A_CLUSTER = Set.of(SlurmCatalogue.CONFIG, SlurmCatalogue.CLUSTER);

    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private SettingsSchema() {}

    /** The whole schema, as the tree that becomes JSON. */
    public static Map<String, Object> document() {
        return new SettingsSchema().build();
    }

    private Map<String, Object> build() {
        sections();
        definitions.put("clusters", mapOf(reference("cluster")));
        definitions.put("settingsFile", closed(settingsFile()));
        definitions.put("hydraConfig", open(hydraConfig()));
        Catalogue.all().forEach(setting -> definitions.put(setting.key(), value(setting)));

        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "http://json-schema.org/draft-07/schema#");
        document.put("title", "Settings of Snapsweep");
        document.put("description", "What " + SettingsFile.USUAL + " may hold, or a Hydra config in its place");
        document.put("if", Map.of("required", List.of(HydraLauncher.HYDRA)));
        document.put("then", reference("hydraConfig"));
        document.put("else", reference("settingsFile"));
        document.put("definitions", definitions);
        return document;
    }

    private void sections() {
        definitions.put(SNAPSHOT, closed(properties(Section.SNAPSHOT, Set.of())));
        definitions.put(SLURM, closed(slurm(NOT_IN_A_FILE)));
        definitions.put("slurmOfACluster", closed(slurm(NOT_IN_A_CLUSTER)));
        Map<String, Object> cluster = slurm(NOT_IN_A_CLUSTER);
        cluster.put(SLURM, reference("slurmOfACluster"));
        definitions.put("cluster", closed(cluster));
        definitions.put("launcher", closed(launcher()));
    }

    private Map<String, Object> settingsFile() {
        Map<String, Object> top = slurm(NOT_IN_A_FILE);
        top.put(SLURM, reference(SLURM));
        top.put(YamlLayers.CLUSTERS, reference("clusters"));
        HydraLauncher.THEIRS.stream().sorted().forEach(key -> top.put(key, ANYTHING));
        return top;
    }

    private Map<String, Object> hydraConfig() {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put(HydraLauncher.HYDRA, open(Map.of(HydraLauncher.LAUNCHER, reference("launcher"))));
        top.put(SNAPSHOT, reference(SNAPSHOT));
        top.put(SLURM, reference(SLURM));
        top.put(YamlLayers.CLUSTERS, reference("clusters"));
        Stream.of(SlurmCatalogue.SWEEP, SlurmCatalogue.CLUSTER)
                .forEach(setting -> top.put(setting.name(), reference(setting.key())));
        return top;
    }

    private Map<String, Object> launcher() {
        Map<String, Object> launcher = slurm(NOT_IN_A_FILE);
        launcher.put(SNAPSHOT, closed(properties(Section.SNAPSHOT, Set.of())));
        HydraLauncher.THEIRS.stream().sorted().forEach(key -> launcher.put(key, ANYTHING));
        return launcher;
    }

    private static Map<String, Object> slurm(Set<Setting<?>> without) {
        Map<String, Object> properties = properties(Section.SLURM, without);
        properties.put(SNAPSHOT, reference(SNAPSHOT));
        return properties;
    }

    /** Each setting of a section, in both spellings of its key. */
    private static Map<String, Object> properties(Section section, Set<Setting<?>> without) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Catalogue.of(section).stream()
                .filter(Predicate.not(without::contains))
                .forEach(setting -> Stream.of(setting.name(), YamlSpelling.snakeCase(setting.name()))
                        .forEach(key -> properties.put(key, reference(setting.key()))));
        return properties;
    }

    private static Map<String, Object> value(Setting<?> setting) {
        ValueSchema schema = setting.kind().schema();
        Map<String, Object> value = schema.orNothing().json();
        value.put("description", setting.meaning() + "; takes " + setting.kind().accepts());
        setting.preset().ifPresent(text -> value.put("default", schema.literal(text)));
        return value;
    }

    private static Map<String, Object> reference(String definition) {
        return Map.of("$ref", "#/definitions/" + definition);
    }

    private static Map<String, Object> closed(Map<String, Object> properties) {
        return map().with("properties", properties)
                .with("additionalProperties", false)
                .json();
    }

    private static Map<String, Object> open(Map<String, Object> properties) {
        return map().with("properties", properties).json();
    }

    private static Map<String, Object> mapOf(Map<String, Object> value) {
        return map().with("additionalProperties", value).json();
    }

    /** One that stands there with nothing below it is {@code null} to YAML. */
    private static ValueSchema map() {
        return ValueSchema.of("object", "null");
    }
}
