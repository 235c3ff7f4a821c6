package io.github.snapsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That no file which can be read displeases the schema is checked in {@link Given}, with every file of every test. */
class SettingsSchemaTest {

    private static final Path FILE = Path.of("../src/schema/snapsweep.schema.json");
    private static final String WRITE = "schema.write";

    @TempDir
    Path directory;

    @Test
    void theFileIsInStepWithTheSettings() throws IOException {
        String page = Json.page(SettingsSchema.document());
        if (System.getProperty(WRITE) != null) {
            Files.createDirectories(FILE.resolveSibling(""));
            Files.writeString(FILE, page);
        }
        assertThat(Files.readString(FILE))
                .as(
                        "the schema; run this to bring it in step:  mvn test -pl jgit,core -Dtest=SettingsSchemaTest -D%s",
                        WRITE)
                .isEqualTo(page);
    }

    @Test
    void theJarHasItToo() throws IOException {
        try (InputStream shipped = SettingsSchema.class.getResourceAsStream("/META-INF/snapsweep.schema.json")) {
            assertThat(new String(shipped.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Files.readString(FILE));
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.snapsweep.config.CatalogueTest#settings")
    void bothSpellingsOfAKeyAreOneSetting(Setting<?> setting) {
        assertThat(YamlSpelling.camelCase(YamlSpelling.snakeCase(setting.name())))
                .isEqualTo(setting.name());
        Stream.of(setting.name(), YamlSpelling.snakeCase(setting.name()))
                .filter(key -> !setting.key().equals("slurm.config"))
                .map(key -> setting.section().prefix() + ": {" + key + ": null}")
                .forEach(yaml -> assertThat(SchemaCheck.complaints(yaml)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("io.github.snapsweep.config.CatalogueTest#settings")
    void everyDefaultIsAValue(Setting<?> setting) {
        setting.preset().ifPresent(text -> {
            String yaml = setting.section().prefix() + ": {" + setting.name() + ": "
                    + Json.line(setting.kind().schema().literal(text)) + "}";
            assertThat(new Given(directory).yaml(yaml).read().origin(setting.key()))
                    .isPresent();
        });
    }

    @Test
    void anEditorShowsWhatASettingMeansAndTakes() {
        assertThat(Json.line(SettingsSchema.document())).contains("""
                "slurm.timeoutMin":{"type":["integer","string","null"],"minimum":1,"maximum":999999999,\
                "pattern":"^\\\\s*$|^\\\\s*(?:\\\\d{1,9})\\\\s*$",\
                "description":"sbatch's option --time; takes a whole number of at least 1","default":60}""", """
                "snapshot.secrets":{"type":["string","null"],"enum":["fail","warn","allow",null],\
                "description":"what happens when untracked files that look like secrets would be pushed; takes fail or\
                 warn or allow","default":"fail"}""", """
                "default":["outputs","multirun",".slurm"]}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "partiton: gpu",
                "slurm: {node: 3}",
                "slurm: {slurm: {nodes: 3}}",
                "snapshot: {remot: x}",
                "snapshot: {partition: gpu}",
                "config: other.yaml",
                "clusters: {big: {remot: x}}",
                "clusters: {big: {snapshot: {remot: x}}}",
                "clusters: {big: {cluster: small}}",
                "clusters: {big: {slurm: {cluster: small}}}",
                "clusters: {big: {clusters: {}}}",
                "slurm: {defaults: []}",
                "hydra: {launcher: {patition: gpu}}",
                "hydra: {launcher: {snapshot: {patition: gpu}}}",
                "hydra: {launcher: {snapshot: {cleanup_after_job: maybe}}}",
                "snapshot: true",
                "slurm: [a]",
                "clusters: [a]",
                "clusters: {big: small}",
                "hydra: {launcher: slurm}",
                "- a",
                "partition: [a, b]",
                "partition: {a: b}",
                "partition: \"a\\nb\"",
                "nodes: 0",
                "nodes: 1.5",
                "nodes: two",
                "nodes: true",
                "nodes: \"9999999999\"",
                "arrayParallelism: -1",
                "mem_gb: 0",
                "mem_gb: 4GB",
                "exclusive: [true]",
                "useSrun: maybe",
                "useSrun: 1",
                "executor: pbs",
                "executor: true",
                "snapshot: {secrets: maybe}",
                "snapshot: {pushTimeout: 90}",
                "snapshot: {pushTimeout: soon}",
                "snapshot: {maxFileSize: big}",
                "snapshot: {maxFileSize: 1mb}",
                "snapshot: {remote: --upload-pack=evil}",
                "launch: a/b",
                "only: 1..3",
                "setup: [module load x, {a: 1}]",
                "setup: [module load x, null]",
                "snapshot: {exclude: [[a]]}",
                "command: {a: 1}",
                "command: [[a]]",
                "env: A=1",
                "env: {A-B: 1}",
                "env: {A: [1]}",
                "additionalParameters: {\"--mail user\": me}",
                "sweep: {lr: []}",
                "sweep: {lr: {a: 1}}",
                "sweep: [[a]]",
                "sweep: [null]"
            })
    void whatIsRefusedByKeyTypeOrRangeTheSchemaRefusesToo(String yaml) {
        assertThat(new Given(directory).yaml(yaml).message()).contains("snapsweep.yaml:1:");
        assertThat(SchemaCheck.complaints(yaml)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{mem_gb: 4, memGb: 8}", // one setting twice
                "{nodes: 1, slurm: {nodes: 2}}",
                "{mem_gb: 4, mem_per_cpu: 2G}", // what excludes each other
                "cluster: big", // a section that is not there
                "nodes: 1.0", // how a number is spelled
                "command: train.py > log", // what is in a text
                "arguments: \"a,'b\"",
                "snapshot: {branch_prefix: a..b}",
                "snapshot: {symlink_paths: [../up]}",
                "hydra: {launcher: {partition: \"${oc.env:PART}\"}}"
            })
    void whatNoSchemaSeesIsLeftToTheReading(String yaml) {
        assertThat(new Given(directory).yaml(yaml).message()).isNotEmpty();
        assertThat(SchemaCheck.complaints(yaml)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"env: ''", "executor: ''", "executor: ' slurm '", "useSrun: tRUE"})
    void whatNobodyWritesTheSchemaDoesNotKnow(String yaml) {
        assertThat(new Given(directory).file("snapsweep.yaml", yaml).read().effective())
                .isNotEmpty();
        assertThat(SchemaCheck.complaints(yaml)).isNotEmpty();
    }

    @Test
    void aHydraConfigKeepsItsOwnKeys() {
        assertThat(SchemaCheck.complaints(
                        "hydra: {sweep: {dir: x}, launcher: null}\nmodel: {name: big}\nnodes: many\n"))
                .isEqualTo(List.of());
    }
}
