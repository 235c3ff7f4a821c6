package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvReader;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.json.Json;
import io.github.snapsweep.launch.LaunchFolder;
import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever tasks leave as their metrics: results and report are there, sound in their own form, and say what they pass over. */
@Tag("faults")
class HostileOutputsTest {

    private static final String TRIED = "hostile inputs tried, outputs of tasks";
    private static final int DEEP = 100_000;

    private static final List<String> FORMS = List.of(
            "",
            "{}",
            "[]",
            "null",
            "{\"a\": 1",
            "{\"a\": 1}}",
            "{\"a\": 1} {\"b\": 2}",
            "{\"a\": 1, \"a\": 2}",
            "{\"\": 1}",
            "{\"a\": 1e999999999, \"b\": -1e-999999999}",
            "{\"a\": " + "9".repeat(DEEP) + "}",
            "{\"a\": 0." + "0".repeat(DEEP) + "1}",
            "{\"a\": " + "[".repeat(DEEP) + "]".repeat(DEEP) + "}",
            "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP),
            "{\"a\": " + "[".repeat(200) + "1" + "]".repeat(200) + "}",
            "{a: 1, 'b': 2}",
            "{\"a\": 0x1F}",
            "\ufeff{\"a\": 1}",
            "\0",
            "{\"task\": 1, \"state\": 2, \"parameters\": {\"x\": 3}}",
            "a,a\n1,2\n",
            "a,b\n1\n",
            "a\n1,2,3\n",
            "a,,\n1,2,3\n",
            "\"a\n1\n",
            "a\r\r1\r",
            ",\n,\n",
            "a\n" + "9".repeat(DEEP) + "\n",
            "x".repeat(DEEP) + "\n1\n");

    private Path temporary = Path.of("none");
    private Scene scene;
    private Path output;

    @BeforeTry
    void begin() throws IOException {
        temporary = Files.createTempDirectory("snapsweep-outputs");
        scene = Scene.in(temporary);
        LaunchFolder launch = Victim.Launches.halfFailed(scene);
        output = launch.output(0, 2);
    }

    @AfterTry
    void clear() {
        GitFixture.at(temporary).delete("");
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.any();
    }

    @Property(tries = 1, seed = HostileText.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void metrics_of_any_form(@ForAll @Size(20) List<@From("hostile") String> more) throws IOException {
        List<String> texts = Stream.concat(FORMS.stream(), more.stream()).toList();
        for (String text : texts) {
            for (String file : List.of("metrics.json", "metrics.csv")) {
                left(file, text);
            }
        }
        Tally.add(TRIED, 2 * texts.size());
    }

    @Property(tries = 1, seed = HostileText.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void metrics_of_any_name(@ForAll @Size(20) List<@From("hostile") String> more) throws IOException {
        List<String> names =
                Stream.concat(HostileText.known().stream(), more.stream()).toList();
        for (String name : names) {
            left("metrics.json", Json.line(Map.of(name, 1)));
        }
        Tally.add(TRIED, names.size());
    }

    private void left(String file, String text) throws IOException {
        Path metrics = Files.write(output.resolve(file), text.getBytes(StandardCharsets.UTF_8));
        Path csv = temporary.resolve("results.csv");
        Path json = temporary.resolve("results.json");
        Path page = temporary.resolve("report.html");
        try {
            Goal.RESULTS.run(scene, Map.of());
            Goal.RESULTS.run(scene, Map.of("slurm.tableFile", csv.toString()));
            Goal.RESULTS.run(scene, Map.of("slurm.tableFile", json.toString()));
            Goal.REPORT.run(scene, Map.of("slurm.reportFile", page.toString()));
        } catch (Problem e) {
            throw new AssertionError(file + " of " + start(text) + " stops it: " + e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(file + " of " + start(text) + ": " + e, e);
        }
        assertSound(csv, json, page, file + " of " + start(text));
        Files.delete(metrics);
    }

    private static void assertSound(Path csv, Path json, Path page, String what) throws IOException {
        try (var rows = CsvReader.builder().ofCsvRecord(csv)) {
            assertThat(rows.stream().map(row -> row.getFieldCount()).distinct())
                    .as(what)
                    .hasSize(1);
        }
        assertThat(JsonParser.parseString(Files.readString(json)).getAsJsonArray())
                .as(what)
                .hasSize(2);
        assertThat(Files.readString(page)).as(what).endsWith("</html>\n").doesNotContain("<script>]]>");
    }

    private static String start(String text) {
        return text.substring(0, Math.min(80, text.length()));
    }
}
