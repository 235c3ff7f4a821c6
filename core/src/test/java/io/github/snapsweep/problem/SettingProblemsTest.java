package io.github.snapsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingProblemsTest {

    /** Each by the name of what says it. */
    static Stream<Arguments> sayings() {
        return Stream.of(
                arguments(
                        "unknown",
                        SettingProblems.unknown("pom.xml:7 <acount>", Optional.of("account"), List.of("account")),
                        "pom.xml:7 <acount>: there is no such setting; did you mean account?"),
                arguments(
                        "unknown",
                        SettingProblems.unknown("-Dslurm.zzz", Optional.empty(), List.of("nodes", "qos")),
                        "-Dslurm.zzz: there is no such setting; there are nodes, qos."),
                arguments(
                        "refused",
                        SettingProblems.refused("a.yaml:1:1 x", "a list is not accepted", "slurm.x", "a text"),
                        "a.yaml:1:1 x: a list is not accepted; slurm.x takes a text."),
                arguments("notAccepted", SettingProblems.notAccepted("two\nlines"), "\"two\\nlines\" is not accepted"),
                arguments("noParameter", SettingProblems.noParameter("a b"), "\"a b\" is no name of a parameter"),
                arguments(
                        "moreThanOneParameter",
                        SettingProblems.moreThanOneParameter("1 b=2"),
                        "\"1 b=2\" is said of one parameter, and holds another; as a list of one it is a value as it stands"),
                arguments(
                        "notWhole",
                        SettingProblems.notWhole(),
                        "a NUL or half a character in it can be given to no program"),
                arguments(
                        "notAccepted",
                        SettingProblems.notAccepted("x".repeat(61)),
                        '"' + "x".repeat(60) + "...\" is not accepted"),
                arguments(
                        "twice",
                        SettingProblems.twice("slurm.memGb", "a.yaml:1:1 mem_gb", "a.yaml:2:1 memGb"),
                        "a.yaml:2:1 memGb: slurm.memGb is set already, by a.yaml:1:1 mem_gb; leave one of the two."),
                arguments(
                        "apart",
                        SettingProblems.apart(
                                "slurm.memGb", "pom.xml:7 <memGb>", "slurm.memPerCpu", "-Dslurm.memPerCpu"),
                        "-Dslurm.memPerCpu: slurm.memPerCpu and slurm.memGb (pom.xml:7 <memGb>) exclude each other;"
                                + " leave one, or take one back with -Dslurm.memGb= or -Dslurm.memPerCpu=."),
                arguments(
                        "needs",
                        SettingProblems.needs(
                                "-Dslurm.cpusPerGpu", "slurm.cpusPerGpu", "slurm.gpusPerNode", "slurm.gpusPerTask"),
                        "-Dslurm.cpusPerGpu: slurm.cpusPerGpu counts per GPU, and no GPU is asked for; set"
                                + " slurm.gpusPerNode or slurm.gpusPerTask."),
                arguments(
                        "signalTooEarly",
                        SettingProblems.signalTooEarly(
                                "-Dslurm.signalDelayS", "slurm.signalDelayS", 60, "slurm.timeoutMin", "1"),
                        "-Dslurm.signalDelayS: slurm.signalDelayS = 60 s is not less than the whole time of the job,"
                                + " slurm.timeoutMin = 1 min."),
                arguments(
                        "needsSnapshot",
                        SettingProblems.needsSnapshot("pom.xml:7 <carry>", "slurm.carry", "snapshot.enabled"),
                        "pom.xml:7 <carry>: slurm.carry needs the worktree of a snapshot, and snapshot.enabled is false;"
                                + " leave one of the two."),
                arguments(
                        "isolatedOnManyNodes",
                        SettingProblems.isolatedOnManyNodes("pom.xml:7 <isolation>", "slurm.isolation", "slurm.nodes"),
                        "pom.xml:7 <isolation>: slurm.isolation = task gives a copy on one node's disk, and a task with"
                                + " srun and slurm.nodes runs on several; leave one of the two."),
                arguments(
                        "moduleOfALaterBuild",
                        SettingProblems.moduleOfALaterBuild("pom.xml:7 <buildOn>", "slurm.buildOn", "slurm.mainClass"),
                        "pom.xml:7 <buildOn>: slurm.buildOn = slurm builds the classes too late to tell which are of the"
                                + " module that slurm.mainClass names; set slurm.buildOn = here."),
                arguments(
                        "noCluster",
                        SettingProblems.noCluster("-Dslurm.cluster", "alhpa", List.of("alpha", "beta")),
                        "-Dslurm.cluster: there is no cluster alhpa in the settings file; did you mean alpha?"),
                arguments(
                        "noCluster",
                        SettingProblems.noCluster("-Dslurm.cluster", "gamma", List.of("alpha", "beta")),
                        "-Dslurm.cluster: there is no cluster gamma in the settings file; it has alpha, beta."),
                arguments(
                        "noCluster",
                        SettingProblems.noCluster("-Dslurm.cluster", "gamma", List.of()),
                        "-Dslurm.cluster: there is no cluster gamma in the settings file; it has no clusters."),
                arguments(
                        "misplaced",
                        SettingProblems.misplaced("a.yaml:1:1 config", "-Dslurm.config"),
                        "a.yaml:1:1 config: this has no effect here; give it as -Dslurm.config."),
                arguments(
                        "interpolation",
                        SettingProblems.interpolation("a.yaml:3:5 partition", "${oc.env:PART}"),
                        "a.yaml:3:5 partition: ${oc.env:PART} is for Hydra to resolve; write the value itself."),
                arguments(
                        "noFile",
                        SettingProblems.noFile("-Dslurm.config", Path.of("/p/a.yaml")),
                        "-Dslurm.config: there is no file /p/a.yaml."),
                arguments(
                        "unreadable",
                        SettingProblems.unreadable("a.yaml", "it is not in UTF-8"),
                        "a.yaml: cannot be read: it is not in UTF-8."),
                arguments(
                        "unreadable",
                        SettingProblems.unreadable("a.yaml", new AccessDeniedException("/p/a.yaml")),
                        "a.yaml: cannot be read: no permission for /p/a.yaml."),
                arguments(
                        "yaml",
                        SettingProblems.yaml("a.yaml:1:1", "a map of settings is wanted here"),
                        "a.yaml:1:1: a map of settings is wanted here."),
                arguments(
                        "unusable",
                        SettingProblems.unusable(List.of("one.")).getMessage(),
                        "A setting cannot be used:\n  one."),
                arguments(
                        "unusable",
                        SettingProblems.unusable(List.of("one.", "two.")).getMessage(),
                        "2 settings cannot be used:\n  one.\n  two."),
                arguments("noProgram", SettingProblems.noProgram().getMessage(), """
                        Nothing says what a task runs.
                          Set one of  -Dslurm.command="program arg"  (a program and its words),
                          -Dslurm.script="lines"  (for bash),  -Dslurm.mainClass=org.example.Main  (a class of this project),
                          or the same in the POM: <command>, <script>, <mainClass>."""),
                arguments(
                        "severalPrograms",
                        SettingProblems.severalPrograms(List.of("-Dslurm.command", "pom.xml <mainClass>"))
                                .getMessage(),
                        "A task runs one program, and several are set: -Dslurm.command, pom.xml <mainClass>.\n"
                                + "  Leave one, or take the others back with an empty value, such as -Dslurm.mainClass="),
                arguments(
                        "resultFile",
                        SettingProblems.resultFile(
                                        "slurm.resultFile", Path.of("/p/r.json"), new AccessDeniedException("/p"))
                                .getMessage(),
                        "The result file /p/r.json cannot be written: no permission for /p.\n"
                                + "  Set a file in a folder that you may write to:  -Dslurm.resultFile=target/result.json"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("sayings")
    void isSaidInTheseWords(String name, String said, String words) {
        assertThat(said).isEqualTo(words);
    }

    @Test
    void noneIsLeftOut() {
        assertThat(sayings().map(saying -> saying.get()[0]))
                .containsAll(Stream.of(SettingProblems.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(Method::getName)
                        .toList());
    }
}
