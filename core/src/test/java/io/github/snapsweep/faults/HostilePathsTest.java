package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever a path says: what it names stays where the setting says it may be, or it is refused. */
class HostilePathsTest {

    private static final String TRIED = "hostile inputs tried, paths";

    private static final List<String> KNOWN = List.of(
            "",
            " ",
            ".",
            "./",
            "..",
            "../",
            "../outside",
            "a/..",
            "a/../..",
            "a/../../outside",
            "a/b/../../../outside",
            "/",
            "//",
            "/tmp",
            ".git",
            ".git/",
            ".git/hooks",
            ".GIT",
            ".Git/hooks",
            "a/.git",
            "a/.GIT/x",
            "./.git/refs",
            "a//b",
            "a/./b",
            "new\nline",
            "tab\there",
            "\u0001",
            "\u001b[2J",
            "nul\0",
            "half\ud800",
            "-rf",
            "--",
            "~",
            "~root",
            "$HOME",
            "`x`",
            "*",
            "?",
            "[a]",
            "\\",
            "a\\..\\b",
            "x".repeat(300),
            "d/".repeat(3000),
            "code.txt",
            "code.txt/x",
            "src",
            "src/link",
            "src/link/x",
            "leads-out",
            "leads-out/x",
            "leads-out/../x",
            ".slurm",
            ".slurm/../..",
            "%2e%2e/x",
            "\u2025/x",
            "..\u200b",
            "con",
            "a:b",
            "u\u0308");

    private static final List<String> PARTS = List.of(
            "..",
            ".",
            "",
            "a",
            "b c",
            ".git",
            ".GIT",
            "hooks",
            "leads-out",
            "src",
            "link",
            "~",
            "-x",
            "new\nline",
            "\u0007",
            "...",
            "x'y");

    private Path temporary = Path.of("none");
    private Path outside = Path.of("none");
    private Scene scene;

    @BeforeTry
    void begin() throws IOException {
        temporary = Files.createTempDirectory("snapsweep-paths");
        outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "precious\n");
        scene = Scene.in(temporary);
        scene.git.link("leads-out", outside.toString());
    }

    @AfterTry
    void clear() {
        GitFixture.at(temporary).delete("");
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of(PARTS).list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join("/", parts));
    }

    private static List<String> all(List<String> more) {
        return Stream.concat(KNOWN.stream(), more.stream()).toList();
    }

    private static String list(String path) {
        return "[" + HostileText.yaml(path) + "]";
    }

    @Property(tries = 1, seed = HostileText.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void a_link_is_made_in_the_worktree_to_the_same_place_in_the_project(
            @ForAll @Size(30) List<@From("paths") String> more) throws IOException {
        scene.run(Deed.CREATE, Map.of());
        for (String path : all(more)) {
            scene.git.write("snapsweep.yaml", "snapshot: {symlink_paths: " + list(path) + "}\n");
            attempt(path, Deed.WORKTREE, Map.of());
        }
        scene.git.delete("snapsweep.yaml");
        for (Path link : links(Scene.children(scene.worktrees()))) {
            boolean snapshots = link.endsWith("leads-out") || link.endsWith("src/link");
            assertThat(snapshots || Files.readSymbolicLink(link).normalize().startsWith(scene.git.root()))
                    .as(link.toString())
                    .isTrue();
        }
        Tally.add(TRIED, KNOWN.size() + more.size());
    }

    @Property(tries = 1, seed = HostileText.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void what_is_carried_is_the_projects_own(@ForAll @Size(6) List<@From("paths") String> more) throws IOException {
        Map<String, String> settings = new TreeMap<>(
                Map.of("slurm.executor", "local", "slurm.command", "true", "snapshot.cleanupAfterJob", "branch"));
        scene.git
                .write(".git/info/exclude", "/data\n/out\n")
                .write("data/x", "x")
                .link("out", outside.toString());
        for (String path : Stream.concat(all(more).stream(), Stream.of("out/precious", "out", "data/../out", "data"))
                .toList()) {
            Path file = Files.writeString(temporary.resolve("settings.yaml"), "carry: " + list(path) + "\n");
            settings.put("slurm.config", file.toString());
            attempt(path, Deed.SUBMIT, settings);
        }
        Tally.add(TRIED, KNOWN.size() + more.size() + 4);
    }

    @Property(tries = 1, seed = HostileText.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void worktrees_are_made_where_it_is_said_or_not_at_all(@ForAll @Size(6) List<@From("paths") String> more)
            throws IOException {
        scene.run(Deed.CREATE, Map.of());
        for (String path : all(more)) {
            Path named;
            try {
                named = scene.git.root().resolve(path.strip()).normalize();
            } catch (java.nio.file.InvalidPathException e) {
                named = temporary.resolve("sim.worktrees");
            }
            boolean inside = named.startsWith(scene.git.root()) || named.startsWith(temporary.resolve("sim.worktrees"));
            if (inside && !path.contains("leads-out")) { // elsewhere it may be, where its user says so
                scene.git.write("snapsweep.yaml", "snapshot: {worktree_dir: " + HostileText.yaml(path) + "}\n");
                attempt(path, Deed.WORKTREE, Map.of());
                assertThat(scene.git
                                .git("worktree", "list", "--porcelain")
                                .lines()
                                .filter(line -> line.startsWith("worktree ")))
                        .as(path)
                        .allSatisfy(
                                line -> assertThat(Path.of(line.substring(9))).isDirectory());
            }
        }
        Tally.add(TRIED, KNOWN.size() + more.size());
    }

    @Property(tries = 1, seed = HostileText.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void a_file_is_written_where_it_is_said_or_not_at_all(@ForAll @Size(20) List<@From("paths") String> more)
            throws IOException {
        Victim.Launches.halfFailed(scene);
        Map<Goal, String> writers = Map.of(Goal.RESULTS, "slurm.tableFile", Goal.REPORT, "slurm.reportFile");
        for (String path : all(more)) {
            for (Map.Entry<Goal, String> writer : writers.entrySet()) {
                Map<Path, String> before = files(temporary);
                try {
                    writer.getKey().run(scene, Map.of(writer.getValue(), path));
                } catch (Problem e) {
                    assertThat(e.getMessage())
                            .as(path)
                            .contains(writer.getValue().substring("slurm.".length()))
                            .doesNotContain("Exception");
                }
                restore(before, path);
            }
        }
        Tally.add(TRIED, 2 * (KNOWN.size() + more.size()));
    }

    @Property(tries = 1, seed = HostileText.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void a_file_is_read_where_it_is_said_or_missed(@ForAll @Size(20) List<@From("paths") String> more) {
        Map<String, String> settings = new TreeMap<>(
                Map.of("slurm.executor", "local", "slurm.command", "true", "snapshot.cleanupAfterJob", "branch"));
        for (String path : all(more)) {
            for (String setting : List.of("slurm.sweepFile", "slurm.config")) {
                settings.put(setting, path);
                attempt(path, Deed.SUBMIT, settings);
                settings.remove(setting);
            }
        }
        Tally.add(TRIED, 2 * (KNOWN.size() + more.size()));
    }

    /** Nothing but the named file has changed; it is as it was before. */
    private void restore(Map<Path, String> before, String path) throws IOException {
        Map<Path, String> after = files(temporary);
        List<Path> changed = Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(file -> !Objects.equals(before.get(file), after.get(file)))
                .toList();
        if (!changed.isEmpty() && !path.isBlank()) {
            Path named = scene.git.root().resolve(path.strip()).normalize();
            assertThat(changed).as(path).hasSize(1);
            assertThat(changed.get(0)).as(path).isEqualTo(named.toRealPath());
        }
        for (Path file : changed) {
            if (before.containsKey(file)) {
                Files.writeString(file, before.get(file), StandardCharsets.ISO_8859_1);
            } else {
                Files.delete(file);
            }
        }
    }

    /** The files of a tree with what is in them, whose links are not followed. */
    private static Map<Path, String> files(Path root) throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                files.put(file, Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    /** Does it or is told why not: outside, in git's own folder and among the user's files all is as before. */
    private void attempt(String path, Deed deed, Map<String, String> settings) {
        try {
            scene.run(deed, settings);
        } catch (Problem e) {
            assertThat(e.getMessage()).as(path).doesNotContain("Exception");
        } catch (RuntimeException e) {
            throw new AssertionError("with the path '" + path + "': " + e, e);
        }
        assertThat(Scene.children(outside)).as(path).containsExactly(outside.resolve("precious"));
        assertThat(Scene.children(temporary))
                .as(path)
                .extracting(child -> child.getFileName().toString())
                .isSubsetOf("outside", "sim", "sim.worktrees", "settings.yaml");
        assertThat(Scene.children(scene.git.path(".git/hooks")))
                .as(path)
                .allMatch(hook -> hook.toString().endsWith(".sample"));
        assertThat(scene.git.path("code.txt")).as(path).hasContent("first");
    }

    private static List<Path> links(List<Path> roots) throws IOException {
        List<Path> links = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(Files::isSymbolicLink).forEach(links::add);
            }
        }
        return links;
    }
}
