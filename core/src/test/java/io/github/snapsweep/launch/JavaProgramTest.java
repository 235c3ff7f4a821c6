package io.github.snapsweep.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.config.ClasspathScope;
import io.github.snapsweep.config.Program;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.snapshot.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a task's java is told, run by a real java after all that it was made from is gone. */
class JavaProgramTest {

    @TempDir
    Path project;

    private LaunchFolder folder;
    private Path live;

    @BeforeEach
    void launch() throws IOException {
        folder = LaunchFolder.create(project, "sim", Instant.EPOCH);
        live = Files.createDirectories(project.resolve("my target"));
    }

    @Test
    void aClassRunsFromItsCopyWithItsOptionsAndProperties() throws Exception {
        Path classes = compile("classes", Map.of("Show.java", """
                public class Show {
                    public static void main(String[] arguments) throws Exception {
                        System.out.print(System.getProperty("odd") + "|" + System.getProperty("a.b") + "|" + arguments[0]);
                    }
                }
                """));
        Program.MainClass main = main(
                "Show", List.of("-Dodd=a \"quoted\" \\ 'text' $HOME"), Map.of("a.b", "two\nlines # \u00fc"), "x y");

        List<String> words = freeze(main, List.of(classes));
        FileTrees.delete(live);

        assertThat(run(words)).isEqualTo("a \"quoted\" \\ 'text' $HOME|two\nlines # \u00fc|x y");
    }

    @Test
    void nobodyElseReadsItsProperties() throws Exception {
        freeze(main("Show", List.of(), Map.of("password", "secret"), "x"), List.of());

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.path().resolve("java.args"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anAgentIsCopiedWithItsOptions() throws Exception {
        Path agent = compile("agent", Map.of("Agent.java", """
                public class Agent {
                    public static void premain(String options) {
                        System.setProperty("agent", options);
                    }
                }
                """));
        Path jar = jar("agent.jar", agent, "Premain-Class: Agent\n");
        Path classes = compile("classes", Map.of("Show.java", """
                public class Show {
                    public static void main(String[] arguments) {
                        System.out.print(System.getProperty("agent"));
                    }
                }
                """));
        Program.MainClass main = main("Show", List.of("-javaagent:my target/agent.jar=a=b,c"), Map.of(), "x");

        List<String> words = freeze(main, List.of(classes));
        Files.delete(jar);

        assertThat(run(words)).isEqualTo("a=b,c");
    }

    @Test
    void anAgentThatIsNotThereIsNamed() {
        Program.MainClass main = main("Show", List.of("-javaagent:gone.jar"), Map.of(), "x");

        assertThatThrownBy(() -> freeze(main, List.of()))
                .isInstanceOf(Problem.class)
                .hasMessage("There is no file " + project.resolve("gone.jar") + ", which -javaagent:gone.jar names.\n"
                        + "  An agent is copied with the class path; name its jar:"
                        + "  -Dslurm.jvmArgs=-javaagent:/path/agent.jar  (<jvmArgs>)");
    }

    @Test
    void aJavaModuleRunsOnTheModulePathAndItsOtherLibrariesOnTheClassPath() throws Exception {
        Path library = compile(
                "library", Map.of("lib/Lib.java", "package lib; public class Lib { public static int x = 7; }"));
        Path named = jar("some-library-1.2.jar", library, "");
        Path other = compile("other", Map.of("other/Other.java", "package other; public class Other {}"));
        Path module = compile(
                "module",
                Map.of(
                        "module-info.java", "module org.example.app { requires some.library; }",
                        "app/Main.java", """
                                package app;
                                public class Main {
                                    public static void main(String[] arguments) throws Exception {
                                        System.out.print(Main.class.getModule().getName() + "|" + lib.Lib.x + "|"
                                                + ClassLoader.getSystemClassLoader().loadClass("other.Other").getModule());
                                    }
                                }
                                """),
                "-p",
                named.toString());

        List<String> words =
                freeze(main("org.example.app/app.Main", List.of(), Map.of(), "x"), List.of(module, named, other));
        FileTrees.delete(live);

        assertThat(run(words)).startsWith("org.example.app|7|unnamed module");
    }

    @Test
    void aJavaModuleThatIsNotThereIsNamed() throws Exception {
        Path classes = compile("classes", Map.of("A.java", "public class A {}"));

        assertThatThrownBy(() -> freeze(main("org.example.app/A", List.of(), Map.of(), "x"), List.of(classes)))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(
                        "The Java module org.example.app cannot be run: Module org.example.app not found");
    }

    private static Program.MainClass main(
            String name, List<String> options, Map<String, String> properties, String argument) {
        return new Program.MainClass(
                name,
                List.of(argument),
                new Program.Jvm(Optional.empty(), options, properties),
                Optional.empty(),
                ClasspathScope.RUNTIME);
    }

    private List<String> freeze(Program.MainClass main, List<Path> entries) throws IOException {
        return new JavaProgram(folder, new FrozenClasspath(folder)).freeze(main, entries);
    }

    private Path compile(String name, Map<String, String> sources, String... options) throws Exception {
        List<String> words =
                new ArrayList<>(List.of(tool("javac"), "-d", live.resolve(name).toString()));
        words.addAll(List.of(options));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = project.resolve("src").resolve(name).resolve(source.getKey());
            Files.createDirectories(file.resolveSibling(""));
            words.add(Files.writeString(file, source.getValue()).toString());
        }
        run(words);
        return live.resolve(name);
    }

    private Path jar(String name, Path classes, String manifest) throws Exception {
        Path jar = live.resolve(name);
        Path attributes = Files.writeString(project.resolve("manifest"), manifest);
        run(List.of(
                tool("jar"), "-c", "-f", jar.toString(), "-m", attributes.toString(), "-C", classes.toString(), "."));
        return jar;
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static String run(List<String> words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as("exit code of %s", words).isZero();
        return out;
    }
}
