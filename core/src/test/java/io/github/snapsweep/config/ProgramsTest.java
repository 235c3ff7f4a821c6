package io.github.snapsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    @TempDir
    Path directory;

    private Given given;

    @BeforeEach
    void empty() {
        given = new Given(directory);
    }

    @Test
    void aCommandIsSplitIntoWords() {
        given.property("slurm.command", "python 'my train.py' {lr}");
        assertThat(given.slurm().requireProgram())
                .isEqualTo(new Program.Command(List.of("python", "my train.py", "{lr}")));
    }

    @Test
    void aListOfWordsStaysAsItIs() {
        given.yaml("command: [echo, \"a | b\", 3, $HOME]\n");
        assertThat(given.slurm().requireProgram())
                .isEqualTo(new Program.Command(List.of("echo", "a | b", "3", "$HOME")));
    }

    @Test
    void aScriptKeepsItsLines() {
        given.yaml("script: |\n  cd sub\n    ./run > log\n");
        assertThat(given.slurm().requireProgram()).isEqualTo(new Program.Script("cd sub\n  ./run > log\n"));
    }

    @Test
    void aMainClassHasArguments() {
        given.pom("mainClass", "a.Main").pom("arguments", List.of("x y", "z")).pom("jvmArgs", "-Xmx1g, -ea");
        assertThat(given.slurm().requireProgram())
                .isEqualTo(new Program.MainClass(
                        "a.Main",
                        List.of("x y", "z"),
                        new Program.Jvm(Optional.empty(), List.of("-Xmx1g", "-ea"), Map.of()),
                        Optional.empty(),
                        ClasspathScope.RUNTIME));
    }

    @Test
    void aMainClassMayBeOfAJavaModuleAndOfAModuleOfTheBuild() {
        given.pom("mainClass", "org.example.app/a.Main")
                .pom("systemPropertyVariables", Map.of("solver.threads", "1"))
                .property("slurm.systemPropertyVariables.solver.threads", "4")
                .property("slurm.module", "app")
                .property("slurm.classpathScope", "test");

        Program.MainClass main = (Program.MainClass) given.slurm().requireProgram();

        assertThat(main.javaModule()).contains("org.example.app");
        assertThat(main.className()).isEqualTo("a.Main");
        assertThat(main.module()).contains("app");
        assertThat(main.scope()).isEqualTo(ClasspathScope.TEST);
        assertThat(main.jvm().systemProperties()).containsExactly(Map.entry("solver.threads", "4"));
    }

    @Test
    void noneIsSaidOnlyWhenOneIsNeeded() {
        SlurmSettings slurm = given.slurm();
        assertThatThrownBy(slurm::requireProgram).isInstanceOf(Problem.class).hasMessage("""
                        Nothing says what a task runs.
                          Set one of  -Dslurm.command="program arg"  (a program and its words),
                          -Dslurm.script="lines"  (for bash),  -Dslurm.mainClass=org.example.Main  (a class of this project),
                          or the same in the POM: <command>, <script>, <mainClass>.""");
    }

    @Test
    void severalAreNamedWithWhereTheyAre() {
        SlurmSettings slurm = given.pom("mainClass", "a.Main")
                .property("slurm.command", "echo")
                .slurm();
        assertThatThrownBy(slurm::requireProgram)
                .isInstanceOf(Problem.class)
                .hasMessage("A task runs one program, and several are set: -Dslurm.command, pom.xml <mainClass>.\n"
                        + "  Leave one, or take the others back with an empty value, such as -Dslurm.mainClass=");
    }

    @Test
    void anEmptyValueTakesOneBack() {
        given.pom("mainClass", "a.Main").property("slurm.command", "echo").property("slurm.mainClass", "");
        assertThat(given.slurm().requireProgram()).isEqualTo(new Program.Command(List.of("echo")));
    }
}
