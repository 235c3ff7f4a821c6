package io.github.snapsweep.manual;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The CycloneDX bill of materials: all that comes with the plugins, also what is inside of their own jars. */
@Tag("packaged")
class BillOfMaterialsTest {

    private static final Path BILL = Project.ROOT.resolve("target/manual/bom.json");

    /** What may be in a jar beside its own classes: licences, descriptors, the schema, the report's page. */
    private static final String OWN = "(io/github/snapsweep/|META-INF/|about\\.html|plugin\\.properties|OSGI-INF/).*";

    private static final String CHARTS = "META-INF/snapsweep/echarts.min.js";

    @Test
    void names_each_with_a_version_that_stays_and_a_digest() throws IOException {
        for (JsonObject component : components()) {
            String version = component.get("version").getAsString();
            if (!isOurs(component)) {
                assertThat(version).as(component.get("purl").getAsString()).doesNotContain("SNAPSHOT");
            }
            assertThat(component.getAsJsonArray("hashes"))
                    .as(component.get("purl").getAsString())
                    .isNotEmpty();
            assertThat(component.get("licenses"))
                    .as(component.get("purl").getAsString())
                    .isNotNull();
        }
    }

    @Test
    void has_nothing_that_Maven_lends() throws IOException {
        assertThat(groups()).doesNotContain("org.apache.maven", "org.codehaus.plexus", "org.eclipse.sisu");
    }

    @Test
    void has_what_was_put_into_our_jars_too() throws IOException {
        Set<String> foreign = new TreeSet<>();
        Set<String> charts = new TreeSet<>();
        for (Path jar : jars()) {
            try (JarFile entries = new JarFile(jar.toFile())) {
                entries.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> !name.endsWith("/") && !name.matches(OWN))
                        .map(name -> name.replaceFirst("^(\\w+/\\w+/\\w+)/.*", "$1"))
                        .forEach(foreign::add);
                Optional.ofNullable(entries.getEntry(CHARTS))
                        .map(ZipEntry::getName)
                        .ifPresent(charts::add);
            }
        }
        assertThat(foreign).containsExactly("org/eclipse/jgit");
        assertThat(charts).containsExactly(CHARTS);
        assertThat(groups()).contains("org.eclipse.jgit", "org.webjars");
    }

    private static List<Path> jars() throws IOException {
        String version = bill().getAsJsonObject("metadata")
                .getAsJsonObject("component")
                .get("version")
                .getAsString();
        return List.of(
                jar("jgit", "snapsweep-jgit", version),
                jar("core", "snapsweep-core", version),
                jar("snapshot-maven-plugin", "snapshot-maven-plugin", version),
                jar("slurm-maven-plugin", "slurm-maven-plugin", version));
    }

    private static Path jar(String module, String name, String version) {
        return Project.ROOT.resolve(module + "/target/" + name + "-" + version + ".jar");
    }

    private static boolean isOurs(JsonObject component) {
        return component.get("group").getAsString().equals("io.github.snapsweep");
    }

    private static Set<String> groups() throws IOException {
        Set<String> groups = new TreeSet<>();
        components().forEach(component -> groups.add(component.get("group").getAsString()));
        return groups;
    }

    private static List<JsonObject> components() throws IOException {
        JsonArray components = bill().getAsJsonArray("components");
        return StreamSupport.stream(components.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static JsonObject bill() throws IOException {
        return JsonParser.parseString(Files.readString(BILL)).getAsJsonObject();
    }
}
