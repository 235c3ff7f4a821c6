package io.github.snapsweep.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void jarsOfOneNameAreTwoAndOneJarOfTwoLaunchesIsOne() throws IOException {
        Path one = jar("a/lib.jar", "one");
        Path two = jar("b/lib.jar", "two");

        new FrozenClasspath(folder).freeze(List.of(one, two));
        new FrozenClasspath(LaunchFolder.create(project, "sim", Instant.EPOCH)).freeze(List.of(one));

        try (var jars = Files.walk(folder.sharedClasspath()).filter(Files::isRegularFile)) {
            assertThat(jars).hasSize(2).allMatch(jar -> jar.endsWith("lib.jar"));
        }
    }

    @Test
    void whatDoesNotExistIsLeftOutAsJavaDoes() throws IOException {
        assertThat(new FrozenClasspath(folder).freeze(List.of(project.resolve("gone"), classes)))
                .containsExactly(folder.classpath().resolve("0-classes"));
    }

    @Test
    void whatIsStillToBeBuiltIsCopiedLater() throws IOException {
        Path worktree = Files.createDirectories(project.resolve("worktree"));
        Path built = worktree.resolve("target/classes");
        FrozenClasspath classpath = new FrozenClasspath(folder, Optional.of(worktree));

        List<Path> copies = classpath.freeze(List.of(built, jar("lib.jar", "x")));

        assertThat(classpath.awaited()).containsExactly(Map.entry(built, copies.get(0)));
        assertThat(copies.get(0)).doesNotExist();
        assertThat(copies.get(1)).isRegularFile();
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
