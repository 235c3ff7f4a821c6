package io.github.snapsweep.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.snapshot.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenClasspathTest {

    @TempDir
    Path project;

    private LaunchFolder folder;
    private Path classes;

    @BeforeEach
    void launch() throws IOException {
        folder = LaunchFolder.create(project, "sim", Instant.EPOCH);
        classes = Files.createDirectories(project.resolve("my target/classes"));
        Files.writeString(classes.resolve("greeting.txt"), "as it was");
    }

    private Path jar(String path, String content) throws IOException {
        Path jar = project.resolve(path);
        Files.createDirectories(jar.resolveSibling(""));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("org/example/Main.class"));
            out.write(content.getBytes(UTF_8));
        }
        return jar;
    }

    @Test
    void javaReadsTheFrozenClassPathAfterTheLiveOneIsGone() throws Exception {
        Path program = Files.writeString(project.resolve("Show.java"), """
                public class Show {
                    public static void main(String[] arguments) throws Exception {
                        var greeting = Show.class.getClassLoader().getResourceAsStream("greeting.txt");
                        System.out.print(new String(greeting.readAllBytes()) + "|" + System.getProperty("odd"));
                    }
                }
                """);
        assertThat(new ProcessBuilder(java("javac"), "-d", classes.toString(), program.toString())
                        .start()
                        .waitFor())
                .isZero();

        Path arguments =
                new FrozenClasspath(folder).freeze(List.of(classes), List.of("-Dodd=a \"quoted\" \\ 'text' $HOME"));
        FileTrees.delete(classes);

        Process process = new ProcessBuilder(java("java"), "@" + arguments, "Show").start();
        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                .isEqualTo("as it was|a \"quoted\" \\ 'text' $HOME");
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    @Test
    void jarsOfOneNameAreTwoAndOneJarOfTwoLaunchesIsOne() throws IOException {
        Path one = jar("a/lib.jar", "one");
        Path two = jar("b/lib.jar", "two");

        new FrozenClasspath(folder).freeze(List.of(one, two), List.of());
        new FrozenClasspath(LaunchFolder.create(project, "sim", Instant.EPOCH)).freeze(List.of(one), List.of());

        try (var jars = Files.list(folder.sharedClasspath())) {
            assertThat(jars).hasSize(2).allMatch(jar -> jar.toString().endsWith("-lib.jar"));
        }
    }

    @Test
    void whatDoesNotExistIsLeftOutAsJavaDoes() throws IOException {
        Path arguments = new FrozenClasspath(folder).freeze(List.of(project.resolve("gone"), classes), List.of());
        assertThat(Files.readString(arguments)).doesNotContain("gone").contains("0-classes");
    }

    @Test
    void theClassMustBeInAFolderOrAJar() throws IOException {
        Path jar = jar("lib.jar", "x");
        assertThatCode(() -> FrozenClasspath.requireClass("org.example.Main", List.of(classes, jar)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> FrozenClasspath.requireClass("org.example.Mian", List.of(classes, jar)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("org.example.Mian is not in [" + classes + "]")
                .hasMessageContaining("mvn compile slurm:submit");
    }
}
