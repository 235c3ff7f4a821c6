package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.json.Json;
import io.github.snapsweep.launch.LaunchFolder;
import io.github.snapsweep.launch.LaunchRecord;
import io.github.snapsweep.launch.SnapshotResult;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.slurm.SbatchOption;
import io.github.snapsweep.sweep.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a value holds: it reaches its program to the byte, or is refused; nothing in it is run, and nothing leaves. */
class HostileValuesTest {

    private static final String TRIED = "hostile inputs tried, values";
    private static final int MANY = 100;

    /** What the tasks of these launches run. */
    private static final String RECORD =
            "printf '%s\\0' \"$@\" >\"$SNAPSWEEP_OUTPUT/words\"; env -0 >\"$SNAPSWEEP_OUTPUT/environment\"";

    private Path temporary = Path.of("none");
    private final Map<String, String> settings = new TreeMap<>();

    @BeforeEach
    @BeforeTry
    void begin() throws IOException {
        settings.clear();
        temporary = Files.createTempDirectory("snapsweep-hostile");
    }

    @AfterEach
    @AfterTry
    void clear() throws IOException {
        try {
            assertNothingWasRun();
        } finally {
            GitFixture.at(temporary).delete("");
        }
    }

    private void assertNothingWasRun() throws IOException {
        try (Stream<Path> all = Files.walk(temporary)) {
            assertThat(all.filter(path -> path.endsWith(HostileText.CANARY))).isEmpty();
        }
        assertThat(Path.of(HostileText.CANARY)).doesNotExist();
    }

    private static Host host() {
        Host here = Host.current();
        return new Host(Map.of("PATH", "/usr/bin:/bin"), here.name(), here.user(), Clock.systemUTC());
    }

    private Scene scene() {
        return Scene.in(temporary);
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.any();
    }

    @Provide
    Arbitrary<String> whole() {
        return HostileText.any().filter(HostileText::canBeGiven);
    }

    // --- what reaches a program

    @Test
    void texts_that_somebody_thought_of_reach_the_program_as_they_are() throws IOException {
        List<String> known = HostileText.known();
        for (int from = 0; from < known.size(); from += MANY) {
            arrive(scene(), known.subList(from, Math.min(known.size(), from + MANY)));
            GitFixture.at(temporary).delete("sim");
        }
    }

    @Property(tries = 3, seed = HostileText.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void any_texts_reach_the_program_as_they_are(@ForAll @Size(MANY) List<@From("whole") String> values)
            throws IOException {
        arrive(scene(), values);
    }

    private void arrive(Scene scene, List<String> values) throws IOException {
        settings.put("snapshot.enabled", "false");
        settings.put("slurm.executor", "local");
        inPlaceholdersWordsAndEnvironment(scene, values);
        asArguments(scene, values);
        Tally.add(TRIED, 5 * values.size());
    }

    /** From the command line's sweep, and from a file's command and variables. */
    private void inPlaceholdersWordsAndEnvironment(Scene scene, List<String> values) throws IOException {
        settings.put("sweep", sweep(values));
        Path file = Files.writeString(
                temporary.resolve("settings.yaml"),
                "command: [bash, -c, " + HostileText.yaml(RECORD) + ", it,\n  "
                        + Stream.concat(
                                        numbers(values).mapToObj(i -> "{p" + i + "}"),
                                        values.stream().map(HostileValuesTest::withoutPlaceholders))
                                .map(HostileText::yaml)
                                .collect(Collectors.joining(",\n  "))
                        + "]\nenv: " + HostileText.yamlMap("H", values));
        settings.put("slurm.config", file.toString());

        Path output = launch(scene);

        assertThat(texts(output.resolve("words")))
                .isEqualTo(Stream.concat(values.stream(), values.stream()).toList());
        List<String> environment = texts(output.resolve("environment"));
        assertThat(environment)
                .containsAll(numbers(values)
                        .mapToObj(i -> "SNAPSWEEP_PARAM_P" + i + "=" + values.get(i))
                        .toList())
                .containsAll(numbers(values)
                        .mapToObj(i -> "H" + i + "=" + values.get(i))
                        .toList());
    }

    /** From a file's map of parameters. */
    private void asArguments(Scene scene, List<String> values) throws IOException {
        settings.remove("sweep");
        Files.writeString(
                temporary.resolve("settings.yaml"),
                "command: [bash, -c, " + HostileText.yaml(RECORD) + ", it]\nsweep: {"
                        + numbers(values)
                                .mapToObj(i -> "q" + i + ": [" + HostileText.yaml(values.get(i)) + "]")
                                .collect(Collectors.joining(",\n  "))
                        + "}\n");

        Path output = launch(scene);

        List<String> words = texts(output.resolve("words"));
        assertThat(words).hasSameSizeAs(values);
        for (int i = 0; i < words.size(); i++) {
            String quoted = new Value.Quoted(values.get(i), '\'').rendered();
            assertThat(words.get(i)).isIn("q" + i + "=" + quoted, "q" + i + "=" + values.get(i));
        }
        assertThat(Json.tree(Files.readString(output.resolve("params.json"))))
                .isEqualTo(numbers(values).boxed().collect(Collectors.toMap(i -> "q" + i, values::get)));
    }

    @Property(tries = 40, seed = HostileText.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void a_text_that_no_program_can_be_given_is_refused_wherever_it_stands(
            @ForAll("hostile") String before, @ForAll("notText") String bad, @ForAll("hostile") String behind)
            throws IOException {
        String text = before + "|" + bad + "|" + behind; // no half becomes whole
        String yaml = HostileText.yaml(text);
        List<String> files = List.of(
                "command: [echo, " + yaml + "]",
                "script: " + yaml,
                "command: echo\nenv: {A: " + yaml + "}",
                "command: echo\nsetup: [" + yaml + "]",
                "command: echo\nsweep: {x: [1, " + yaml + "]}",
                "command: echo\nsweep: " + yaml,
                "mainClass: A\narguments: [" + yaml + "]",
                "command: echo\ncomment: " + yaml,
                "command: echo\nadditional_parameters: {wckey: " + yaml + "}",
                "command: echo\nsnapshot: {branch_prefix: " + yaml + "}",
                "command: echo\nsnapshot: {symlink_paths: [" + yaml + "]}",
                "command: echo\nsnapshot: {exclude: [" + yaml + "]}");
        for (String file : files) {
            Files.writeString(temporary.resolve("snapsweep.yaml"), file);
            assertThatExceptionOfType(Problem.class)
                    .as(file)
                    .isThrownBy(() -> Deed.SUBMIT.in(temporary, settings, host(), said -> {}))
                    .withMessageContaining("snapsweep.yaml:");
        }
        Tally.add(TRIED, files.size());
    }

    @Provide
    Arbitrary<String> notText() {
        return Arbitraries.of("\0", "\ud800", "\udfff", "\udc80\ud800");
    }

    @Test
    void a_variable_reaches_the_program_by_any_name_or_the_name_is_refused() throws IOException {
        Scene scene = scene();
        settings.put("snapshot.enabled", "false");
        settings.put("slurm.executor", "local");
        Files.writeString(
                scene.git.path("snapsweep.yaml"), "command: [bash, -c, " + HostileText.yaml(RECORD) + ", it]");
        List<String> taken = List.of(
                "A",
                "BASH_ENV",
                "CDPATH",
                "ENV",
                "GLOBIGNORE",
                "HOSTNAME",
                "LC_ALL",
                "LD_X",
                "POSIXLY_CORRECT",
                "PROMPT_COMMAND",
                "REPLY",
                "SLURM_MPI_TYPE",
                "TMOUT");
        taken.forEach(name -> settings.put("slurm.env." + name, "C"));

        assertThat(texts(launch(scene).resolve("environment")))
                .containsAll(taken.stream().map(name -> name + "=C").toList());

        List<String> refused = List.of(
                "",
                "a b",
                "1",
                "A=B",
                "A;" + HostileText.CANARY,
                "$(x)",
                "-n",
                "BASH_FUNC_x%%",
                "x()",
                "A[0]",
                "\u00fc",
                "A\n",
                "_",
                "BASHOPTS",
                "BASH_COMMAND",
                "BASH_VERSINFO",
                "EUID",
                "FUNCNAME",
                "IFS",
                "LINENO",
                "PPID",
                "RANDOM",
                "SHELLOPTS",
                "SLURM_ARRAY_TASK_ID",
                "SLURM_RESTART_COUNT",
                "UID",
                "snapsweep_preempted");
        for (String name : refused) {
            assertThatExceptionOfType(Problem.class)
                    .as(name)
                    .isThrownBy(() -> scene.run(Deed.SUBMIT, Map.of("slurm.env." + name, "C")))
                    .withMessageContaining("slurm.env");
        }
        Tally.add(TRIED, taken.size() + refused.size());
    }

    @Property(tries = 1, seed = HostileText.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void a_parameter_reaches_the_program_by_any_name_or_the_name_is_refused(
            @ForAll @Size(40) List<@From("hostile") String> more) throws IOException {
        Scene scene = scene();
        settings.put("snapshot.enabled", "false");
        settings.put("slurm.executor", "local");
        int arrived = 0;
        List<String> names = new ArrayList<>(List.of("a.b", "+a", "++a", "~a", "a/b", "a@b", "a-b", "a:b", "a b"));
        names.addAll(HostileText.known());
        names.addAll(more);
        for (String name : names) {
            scene.git.write(
                    "snapsweep.yaml",
                    "command: [bash, -c, " + HostileText.yaml(RECORD) + ", it]\nsweep: {" + HostileText.yaml(name)
                            + ": [1]}\n");
            try {
                Path output = launch(scene);
                assertThat(texts(output.resolve("words"))).containsExactly(name + "=1");
                assertThat(Json.tree(Files.readString(output.resolve("params.json"))))
                        .hasToString("{" + name.replaceFirst("^\\+{1,2}", "") + "=1}"); // Hydra's: it adds one
                arrived++;
            } catch (Problem e) {
                assertThat(e.getMessage()).as(name).contains("sweep");
            }
        }
        assertThat(arrived).isBetween(4, names.size() / 2);
        Tally.add(TRIED, names.size());
    }

    @Property(tries = 60, seed = HostileText.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void a_sweep_of_any_text_is_a_sweep_or_is_refused(
            @ForAll("hostile") String before, @ForAll("hostile") String behind) {
        Scene scene = scene();
        settings.put("snapshot.enabled", "false");
        settings.put("slurm.executor", "local");
        settings.put("slurm.command", "true");
        for (String sweep : List.of(before, "x=" + before, "x=" + before + "," + behind, before + "=" + behind)) {
            settings.put("slurm.sweep", sweep);
            try {
                scene.run(Deed.SUBMIT, settings);
            } catch (Problem e) {
                assertThat(e.getMessage()).as(sweep).contains("sweep");
            }
        }
        Tally.add(TRIED, 4);
    }

    @Test
    void the_options_of_srun_reach_it_as_they_are() throws IOException {
        Scene scene = scene();
        Path words = temporary.resolve("words");
        Path folder = Files.createDirectory(temporary.resolve("bin"));
        Machine.script(folder.resolve("srun"), "printf '%s\\0' \"$@\" >" + words);
        scene.with("PATH", folder + ":" + scene.environment().get("PATH"));
        List<String> options = HostileText.known().stream()
                .filter(text -> !text.isBlank() && text.chars().noneMatch(Character::isISOControl))
                .map(String::strip)
                .toList();
        scene.git.write(
                "snapsweep.yaml",
                "command: ['true']\nuse_srun: true\nsrun_args: ["
                        + options.stream().map(HostileText::yaml).collect(Collectors.joining(",\n  ")) + "]\n");
        settings.put("snapshot.enabled", "false");
        settings.put("slurm.executor", "local");

        scene.run(Deed.SUBMIT, settings);

        assertThat(texts(words)).containsSubsequence(options).endsWith("true");
        Tally.add(TRIED, options.size());
    }

    // --- what reaches Slurm

    @Property(tries = 6, seed = HostileText.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void options_reach_sbatch_as_they_are(@ForAll @Size(30) List<@From("oneLine") String> values) throws IOException {
        Scene scene = scene().withSlurm();
        Path words = recordSbatch(scene);
        settings.put("snapshot.enabled", "false");
        settings.put("slurm.executor", "slurm");
        settings.put("slurm.command", "true");
        Map<String, String> expected = options(values);

        String answer = "";
        try {
            scene.run(Deed.SUBMIT, settings);
        } catch (Problem e) {
            answer = e.getMessage();
        }

        assertThat(words).as(answer).exists();
        List<String> given = texts(words);
        expected.forEach((option, value) -> assertThat(given).contains(option + "=" + value));
        assertThat(given.stream().filter(word -> word.startsWith("--")))
                .extracting(word -> word.split("=", 2)[0])
                .doesNotHaveDuplicates();
        assertThat(given.stream().dropWhile(word -> word.startsWith("--")).findFirst())
                .hasValueSatisfying(script -> assertThat(script).endsWith("/job.sh"));
        assertThat(answer).doesNotContain("Exception");
        Tally.add(TRIED, expected.size());
    }

    /** These exclude others, or have a grammar of their own. */
    private static final Set<SbatchOption> APART =
            EnumSet.of(SbatchOption.DEPENDENCY, SbatchOption.MEM_PER_GPU, SbatchOption.MEM_PER_CPU);

    /** Sets as many settings that are options of sbatch as there are values, and says what is to arrive. */
    private Map<String, String> options(List<String> values) {
        Map<String, String> expected = new TreeMap<>();
        Iterator<String> next = values.iterator();
        for (SbatchOption option : SbatchOption.values()) {
            if (option.kind() == SbatchOption.Kind.TEXT && !APART.contains(option)) {
                String value = next.next();
                settings.put("slurm." + option.setting(), value);
                expected.put(option.option(), value.strip());
            }
        }
        for (String more : List.of("wckey", "licenses", "extra-node-info", "admin-comment", "container")) {
            String value = next.next();
            settings.put("slurm.additionalParameters." + more, value);
            expected.put("--" + more, value.strip());
        }
        String comment = next.next();
        settings.put("slurm.comment", comment);
        settings.put("slurm.name", next.next());
        return expected;
    }

    /** Stands before the fake sbatch, and writes down what it is given. */
    private Path recordSbatch(Scene scene) throws IOException {
        Path words = temporary.resolve("words");
        Path folder = Files.createDirectory(temporary.resolve("bin"));
        Machine.script(
                folder.resolve("sbatch"), "printf '%s\\0' \"$@\" >>" + words + "; PATH=${PATH#*:}; exec sbatch \"$@\"");
        scene.with("PATH", folder + ":" + scene.environment().get("PATH"));
        return words;
    }

    /** What Slurm's options take: no more than a line, and something in it. */
    @Provide
    Arbitrary<String> oneLine() {
        return HostileText.any()
                .filter(HostileText::canBeGiven)
                .map(text -> text.chars()
                        .filter(c -> !Character.isISOControl(c))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .filter(text -> !text.isBlank() && !List.of("true", "false").contains(text.strip()))
                .map(text -> text.length() <= 300 ? text : text.substring(0, 300));
    }

    @Property(tries = 40, seed = HostileText.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void an_option_that_is_no_line_is_refused(
            @ForAll("hostile") String before, @ForAll("control") char control, @ForAll("hostile") String behind) {
        for (String setting :
                List.of("slurm.partition", "slurm.comment", "slurm.name", "slurm.additionalParameters.wckey")) {
            assertThatExceptionOfType(Problem.class)
                    .as(setting)
                    .isThrownBy(() -> Deed.SUBMIT.in(
                            temporary,
                            Map.of("slurm.command", "true", setting, "a" + before + control + behind + "b"),
                            host(),
                            said -> {}))
                    .withMessageContaining(setting.substring(setting.lastIndexOf('.') + 1));
        }
        Tally.add(TRIED, 4);
    }

    @Provide
    Arbitrary<Character> control() {
        return Arbitraries.chars().range('\1', '\u001f').range('\u007f', '\u009f');
    }

    // --- what becomes a name

    @Property(tries = 1, seed = HostileText.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void a_prefix_begins_a_branch_or_is_refused(@ForAll @Size(30) List<@From("hostile") String> values) {
        Scene scene = scene();
        settings.put("snapshot.reuse", "false");
        List<String> made = new ArrayList<>();
        for (String value :
                Stream.concat(HostileText.known().stream(), values.stream()).toList()) {
            settings.put("snapshot.branchPrefix", value);
            try {
                SnapshotResult snapshot = (SnapshotResult) scene.run(Deed.CREATE, settings);
                assertThat(snapshot.name()).startsWith(value.isBlank() ? "slurm-job-" : value.strip() + "-");
                made.add("refs/heads/" + snapshot.name());
            } catch (Problem e) {
                assertThat(e.getMessage()).contains("snapshot.branchPrefix");
            }
        }

        assertThat(scene.git.git("for-each-ref", "--format=%(refname)").lines())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(made.stream(), Stream.of("refs/heads/main"))
                        .toList());
        scene.git.fsck();
        Tally.add(TRIED, values.size() + HostileText.known().size());
    }

    @Property(tries = 1, seed = HostileText.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void a_name_becomes_one_folder_or_is_refused(@ForAll @Size(4) List<@From("oneLine") String> values)
            throws IOException {
        Scene scene = scene();
        settings.put("snapshot.enabled", "false");
        settings.put("slurm.executor", "local");
        settings.put("slurm.command", "true");
        List<String> names = new ArrayList<>(values);
        names.addAll(List.of("../..", "-rf", "x".repeat(300), "ü".repeat(200)));
        for (String name : names) {
            settings.put("slurm.name", name);
            LaunchRecord made = (LaunchRecord) scene.run(Deed.SUBMIT, settings);
            assertThat(scene.git.path(".slurm/" + made.launch())).isDirectory();
            assertThat(made.launch()).matches("[A-Za-z0-9._-]+");
        }

        assertThat(Scene.children(scene.git.path(".slurm"))).hasSize(names.size() + 1); // and .gitignore
        Tally.add(TRIED, names.size());
    }

    // --- where the project is

    private static final List<String> FOLDERS = List.of(
            "it's \"here\"",
            "$(touch canary)",
            "`touch canary`",
            "a;touch canary;b",
            "a b  c",
            "-rf",
            "*",
            "100%a",
            "{x}",
            "{y",
            "~",
            "a\tb",
            "!!",
            "$HOME",
            "#",
            "[a]",
            "a\u0001b",
            "'",
            "''",
            "\u00fc",
            "\ud83d\ude00",
            "a=b",
            "a:b",
            "a,b",
            "\\",
            "a\\n",
            ">",
            "&");

    @Test
    void a_project_may_be_in_a_folder_of_any_name() throws IOException {
        Scene scene = Scene.in(Files.createDirectories(temporary.resolve(String.join("/", FOLDERS))));
        scene.git.write(".git/info/exclude", "built.txt\n");
        settings.put("slurm.executor", "local");
        settings.put("slurm.sweep", "x=a,b");
        settings.put("slurm.build", "cp code.txt built.txt");
        settings.put("slurm.script", "cat built.txt >\"$SNAPSWEEP_OUTPUT/code\"");
        settings.put("snapshot.symlinkPaths", "outputs,multirun,.slurm,\"out put's\"");

        LaunchRecord made = (LaunchRecord) scene.run(Deed.SUBMIT, settings);

        LaunchFolder folder = new LaunchFolder(scene.git.root(), made.launch());
        assertThat(folder.output(1, 2).resolve("code")).hasContent("first");
        scene.run(Deed.PRUNE, Map.of("snapshot.keepLast", "0", "snapshot.launches", "outputs"));
        assertThat(scene.worktrees()).doesNotExist();
        assertThat(folder.path()).doesNotExist();
        scene.git.fsck();
        Tally.add(TRIED, FOLDERS.size());
    }

    // ---

    private static IntStream numbers(List<String> values) {
        return IntStream.range(0, values.size());
    }

    private static String sweep(List<String> values) {
        return numbers(values)
                .mapToObj(i -> "p" + i + "=" + new Value.Quoted(values.get(i), i % 2 == 0 ? '\'' : '"').rendered())
                .collect(Collectors.joining(" "));
    }

    private static String withoutPlaceholders(String word) {
        return word.replace("{", "{{").replace("}", "}}");
    }

    /** The output folder of the one task. */
    private Path launch(Scene scene) {
        LaunchRecord made = (LaunchRecord) scene.run(Deed.SUBMIT, settings);
        return new LaunchFolder(scene.git.root(), made.launch()).output(0, 1);
    }

    /** What a program wrote, byte for byte: text by text, with a NUL behind each. */
    private static List<String> texts(Path file) throws IOException {
        List<String> all =
                new ArrayList<>(List.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0", -1)));
        all.remove(all.size() - 1);
        return all;
    }
}
