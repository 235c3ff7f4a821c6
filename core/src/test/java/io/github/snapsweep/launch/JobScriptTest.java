package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.config.Sources;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.json.Json;
import io.github.snapsweep.slurm.TaskIndices;
import io.github.snapsweep.sweep.Point;
import io.github.snapsweep.sweep.Sweep;
import io.github.snapsweep.sweep.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script of a task, written by the classes that write it and run by the real bash. */
@Timeout(60)
class JobScriptTest {

    private static final List<String> DUMP = List.of(
            "bash",
            "-c",
            "printf '%s\\0' \"$@\" >\"$SNAPSWEEP_OUTPUT/arguments\"; env -0 >\"$SNAPSWEEP_OUTPUT/environment\"",
            "program");

    @TempDir
    Path project;

    private LaunchFolder folder;
    private List<Path> needs = List.of();
    private Optional<Path> isolated = Optional.empty();
    private int maxRequeues;

    @BeforeEach
    void launch() throws IOException {
        folder = LaunchFolder.create(project, "demo", Instant.parse("2026-11-23T14:22:33Z"));
    }

    static Stream<String> awkward() {
        return Stream.of(
                "",
                " ",
                "-n",
                "--",
                "it's",
                "'",
                "''\"\"'",
                "$HOME ${HOME} $(id) `id` !!",
                "back\\slash \\n \\",
                "two\nlines\n",
                "\n",
                "\r\n\t\u001b[0m\u0001",
                "* ? [a] ~ & | ; < > # % {a,b}",
                "Grüße 日本語 \uD83D\uDE00 \u2028",
                "x'y\n".repeat(25_000));
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void aValueArrivesByteForByte(String value) throws Exception {
        for (String locale : List.of("C", "C.UTF-8")) {
            write(
                    List.of(point(value)),
                    Stream.concat(DUMP.stream(), Stream.of("{v}", "last")).toList());

            assertThat(run(Map.of("LC_ALL", locale), "0").exit()).isZero();

            assertThat(nulSeparated("0/arguments")).containsExactly(value, "last");
            assertThat(nulSeparated("0/environment")).contains("SNAPSWEEP_PARAM_V=" + value);
            assertThat((Object) Json.read(output("0/params.json"), Map.class)).isEqualTo(Map.of("v", value));
        }
    }

    /** Of whatever characters, but for NUL, which no argument can hold: see execve(2). */
    @Test
    void anyTextArrivesByteForByte() throws Exception {
        Random random = new Random(20261123);
        List<String> values = Stream.generate(() -> anyText(random)).limit(150).toList();
        write(
                values.stream().map(JobScriptTest::point).toList(),
                Stream.concat(DUMP.stream(), Stream.of("{v}")).toList());

        for (int task = 0; task < values.size(); task++) {
            assertThat(run(String.valueOf(task)).exit()).isZero();
            assertThat(nulSeparated(task + "/arguments")).containsExactly(values.get(task));
            assertThat((Object) Json.read(output(task + "/params.json"), Map.class))
                    .isEqualTo(Map.of("v", values.get(task)));
        }
    }

    /** Half of it ASCII, which is what means something to a shell. */
    private static String anyText(Random random) {
        return random.ints(random.nextInt(40), 1, Character.MAX_CODE_POINT)
                .map(code -> random.nextBoolean() ? 1 + code % 127 : code)
                .filter(code -> code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void aNullIsInTheParametersToo() throws Exception {
        write(Sweep.parse("a=null b=[null]", project).points(), DUMP);

        run("0");

        assertThat(output("0/params.json").strip()).isEqualTo("{\"a\":null,\"b\":[null]}");
    }

    @Test
    void withoutPlaceholdersThePointComesBehindTheWords() throws Exception {
        Point point = point("it's $HOME");
        write(List.of(point), DUMP);

        run("0");

        assertThat(nulSeparated("0/arguments")).containsExactlyElementsOf(point.arguments());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 127, 137})
    void theProgramsExitCodeIsTheScriptsAndIsMarked(int code) throws Exception {
        write(List.of(point("x")), List.of("bash", "-c", "exit " + code));

        assertThat(run("0").exit()).isEqualTo(code);

        TaskMark mark = end(0);
        assertThat(mark.exit()).isEqualTo(code);
        assertThat(mark.why()).isEmpty();
        assertThat(mark.host()).isNotEmpty().isEqualTo(begin(0).host());
        assertThat(mark.pid()).isPositive().isEqualTo(begin(0).pid());
        assertThat(mark.started()).isPositive().isLessThanOrEqualTo(mark.ended());
    }

    @Test
    void aProgramThatIsNotThereIs127() throws Exception {
        write(List.of(point("x")), List.of("/nonexistent/program"));

        assertThat(run("0").exit()).isEqualTo(127);
        assertThat(end(0).exit()).isEqualTo(127);
    }

    @Test
    void termReachesTheProgramAndItsOwnCodeIsMarked() throws Exception {
        String program =
                "trap 'sleep 0.3; exit 42' TERM; touch \"$SNAPSWEEP_OUTPUT/ready\"; while :; do sleep 0.05; done";
        write(List.of(point("x")), List.of("bash", "-c", program));
        Process process = start(Map.of(), "0");
        awaitFile("0/ready");

        process.destroy();

        assertThat(process.waitFor()).isEqualTo(42);
        TaskMark mark = end(0);
        assertThat(mark.exit()).isEqualTo(42);
        assertThat(mark.why()).isEqualTo("told to end by SIGTERM: exit code 42");
    }

    @Test
    void aWorktreeThatIsGoneIsSaid() throws Exception {
        Path gone = project.resolve("gone \"quoted\" \\ 'folder'");
        write(List.of(point("x")), DUMP, gone, List.of(), List.of());

        Ended ended = run("0");

        assertThat(ended.exit()).isEqualTo(125);
        assertThat(ended.text()).contains("cannot run").contains(gone.toString());
        TaskMark mark = end(0);
        assertThat(mark.exit()).isEqualTo(125);
        assertThat(mark.why()).isEqualTo("its folder " + gone + " is gone: was the worktree removed?");
    }

    @Test
    void setupAndTeardownRunAroundTheProgram() throws Exception {
        write(
                List.of(point("x")),
                List.of("bash", "-c", "echo program $LOADED"),
                project,
                List.of("export LOADED=cuda", "echo before"),
                List.of("echo after"));

        assertThat(run("0").text()).isEqualTo("before\nprogram cuda\nafter\n");
    }

    @Test
    void aSetupThatFailsIsSaidAndTheProgramDoesNotRun() throws Exception {
        write(List.of(point("x")), List.of("echo", "program"), project, List.of("false", "true"), List.of());

        Ended ended = run("0");

        assertThat(ended.exit()).isEqualTo(125);
        assertThat(ended.text()).doesNotContain("program");
        assertThat(end(0).why()).isEqualTo("a line of the setting 'setup' failed: false");
    }

    @Test
    void whatFailsInsideASourcedFileIsThatFilesAffair() throws Exception {
        Path file = Files.writeString(project.resolve("modules.sh"), "false\nexport LOADED=cuda\n");
        write(
                List.of(point("x")),
                List.of("bash", "-c", "echo $LOADED"),
                project,
                List.of("source " + file),
                List.of());

        assertThat(run("0").text()).isEqualTo("cuda\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "false || return 1 ~ the setting 'setup' returned 1",
                "false || exit 3 ~ a line of the setting 'setup' ended the script: exit code 3",
                "set -u; echo $NOBODY_SET_IT ~ a line of the setting 'setup' ended the script: exit code 1",
                "set -e; false ~ a line of the setting 'setup' failed: false",
                "false 'a \"quote\" \\ and\ta tab' ~ a line of the setting 'setup' failed: false 'a \"quote\" \\ and a tab'"
            })
    void howeverASetupFailsItIsSaidAndTheProgramDoesNotRun(String line, String why) throws Exception {
        write(List.of(point("x")), List.of("echo", "program"), project, List.of(line), List.of());

        Ended ended = run("0");

        assertThat(ended.exit()).isEqualTo(125);
        assertThat(ended.text()).doesNotContain("program\n");
        assertThat(end(0).why()).isEqualTo(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 0", "set -eu; exit 4", "false", "return 7", ":"})
    void theProgramsCodeIsMarkedWhateverItsSurroundingsDo(String line) throws Exception {
        write(List.of(point("x")), List.of("bash", "-c", "exit 3"), project, List.of("set -eu"), List.of(line));

        assertThat(run("0").exit()).isEqualTo(3);
        assertThat(end(0).exit()).isEqualTo(3);
    }

    @Test
    void namesOfTheUsersOwnAreNotTheScripts() throws Exception {
        List<String> setup = List.of(
                "task=resnet command=(false) record=/nowhere output=/nowhere marks=/nowhere directory=/ code=9",
                "setup() { false; }",
                "ended() { false; }");
        write(List.of(point("x")), List.of("echo", "{v}"), project, setup, List.of());

        assertThat(run("0").text()).isEqualTo("x\n");
        assertThat(end(0).exit()).isZero();
    }

    @Test
    void withoutParametersNothingOfTheEnvironmentIsPrinted() throws Exception {
        write(List.of(new Point(Map.of())), List.of("echo", "program"));

        assertThat(run("0").text()).isEqualTo("program\n");
    }

    @Test
    void termReachesAllOfTheProgram() throws Exception {
        String program = "bash -c 'trap \"echo child ended; exit\" TERM; touch \"$SNAPSWEEP_OUTPUT/ready\";"
                + " while :; do sleep 0.05; done'; echo parent ended";
        write(List.of(point("x")), List.of("bash", "-c", program));
        Process process = start(Map.of(), "0");
        awaitFile("0/ready");

        process.destroy();

        assertThat(process.waitFor()).isEqualTo(143);
        assertThat(Files.readString(project.resolve("log")))
                .contains("child ended")
                .doesNotContain("parent ended");
    }

    /** As a cluster does it: the script, the program and all between get the signal at the same moment. */
    @RepeatedTest(20)
    void theProgramsCodeIsKeptWhenAllAreToldToEndAtOnce() throws Exception {
        String program =
                "trap 'exit 42' TERM; touch \"$SNAPSWEEP_OUTPUT/ready\"; while :; do read -t 0.01 <> <(:); done";
        write(List.of(point("x")), List.of("bash", "-c", program));
        Process process = start(Map.of(), "0");
        awaitFile("0/ready");
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();

        all.forEach(ProcessHandle::destroy);

        assertThat(process.waitFor()).isEqualTo(42);
        TaskMark mark = end(0);
        assertThat(mark.exit()).isEqualTo(42);
        assertThat(mark.why()).isEqualTo("told to end by SIGTERM: exit code 42");
    }

    @Test
    void aProgramThatIsKilledIs137() throws Exception {
        write(List.of(point("x")), List.of("bash", "-c", "kill -9 $$"));

        assertThat(run("0").exit()).isEqualTo(137);
    }

    @Test
    void toldToEndDuringSetupTheProgramDoesNotRun() throws Exception {
        List<String> setup = List.of("touch \"$SNAPSWEEP_OUTPUT/ready\"", "sleep 0.5");
        write(List.of(point("x")), List.of("echo", "program"), project, setup, List.of("echo after"));
        Process process = start(Map.of(), "0");
        awaitFile("0/ready");

        process.destroy();

        assertThat(process.waitFor()).isEqualTo(143);
        assertThat(Files.readString(project.resolve("log"))).isEqualTo("after\n");
        assertThat(end(0).why()).isEqualTo("told to end by SIGTERM: exit code 143");
    }

    @Test
    void theMachineIsTheOneThatTheTaskRunsOn() throws Exception {
        write(List.of(point("x")), List.of("true"));

        run(Map.of("HOSTNAME", "the-login-node"), "0");

        assertThat(begin(0).host())
                .isEqualTo(
                        Files.readString(Path.of("/proc/sys/kernel/hostname")).strip());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 2, 2", "1000, 1, 1001", "3, '', 3"})
    void theTaskIsTheOffsetAndTheArraysIndex(String offset, String index, int task) throws Exception {
        write(Stream.iterate(0, i -> i + 1).limit(1002).map(i -> point("v" + i)).toList(), List.of("echo", "{v}"));

        assertThat(run(Map.of("SLURM_ARRAY_TASK_ID", index), offset).text()).isEqualTo("v" + task + "\n");
        assertThat(end(task).task()).isEqualTo(task);
    }

    /** Tasks 3, 5 and 8 share the job with index 1. */
    private void pack() throws IOException {
        Files.createDirectories(folder.parts());
        Files.write(folder.parts().resolve("0.tasks"), List.of("0 1", "3 5 8", "9"));
    }

    private static final Map<String, String> SECOND =
            Map.of("SLURM_ARRAY_JOB_ID", "47", "SLURM_ARRAY_TASK_ID", "1", "SLURM_JOB_ID", "48");

    private void tenTasks(String... lines) throws IOException {
        write(
                Stream.iterate(0, i -> i + 1).limit(10).map(i -> point("v" + i)).toList(),
                List.of("bash", "-c", String.join("\n", lines), "{v}"));
    }

    @Test
    void theTasksOfAJobRunOneAfterTheOtherWithMarksAndFoldersOfTheirOwn() throws Exception {
        tenTasks("echo $0 $SNAPSWEEP_TASK $SNAPSWEEP_PARAM_V; pwd > \"$SNAPSWEEP_OUTPUT/here\"; [[ $0 != v5 ]]");
        pack();

        Ended ended = run(SECOND, "0");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.text())
                .isEqualTo("snapsweep: task 3\nv3 3 v3\nsnapsweep: task 5\nv5 5 v5\nsnapsweep: task 8\nv8 8 v8\n");
        assertThat(List.of(end(3).exit(), end(5).exit(), end(8).exit())).containsExactly(0, 1, 0);
        assertThat(end(8).job()).isEqualTo("47_1");
        assertThat(output("8/params.json")).isEqualTo("{\"v\":\"v8\"}\n");
    }

    @Test
    void noParameterOfATaskIsLeftForTheNext() throws Exception {
        write(
                List.of(
                        new Point(Map.of("a", new Value.Quoted("1", '\''))),
                        new Point(Map.of("b", new Value.Quoted("2", '\'')))),
                List.of("bash", "-c", "echo a=$SNAPSWEEP_PARAM_A b=$SNAPSWEEP_PARAM_B"));
        pack();

        assertThat(run(Map.of("SLURM_ARRAY_TASK_ID", "0"), "0").text())
                .contains("a=1 b=\n")
                .contains("a= b=2\n");
    }

    @Test
    void setupAndTeardownRunOnceAJob() throws Exception {
        write(
                Stream.iterate(0, i -> i + 1).limit(10).map(i -> point("v" + i)).toList(),
                List.of("bash", "-c", "echo $SET"),
                project,
                List.of("echo setup; export SET=$SNAPSWEEP_TASK"),
                List.of("echo teardown"));
        pack();

        assertThat(run(SECOND, "0").text().replaceAll("snapsweep: .*\n", "")).isEqualTo("setup\n3\n3\n3\nteardown\n");
    }

    @Test
    void aFailureOfSetupIsThatOfAllTasksOfTheJob() throws Exception {
        write(
                Stream.iterate(0, i -> i + 1).limit(10).map(i -> point("v" + i)).toList(),
                List.of("true"),
                project,
                List.of("false"),
                List.of());
        pack();

        assertThat(run(SECOND, "0").exit()).isEqualTo(125);
        assertThat(Stream.of(3, 5, 8).map(this::why)).allMatch(why -> why.contains("'setup' failed: false"));
    }

    @Test
    void afterARestartTasksThatHadEndedAreNotRunAgain() throws Exception {
        tenTasks("echo $0");
        pack();
        run(SECOND, "0");
        Files.delete(folder.mark(8, part(), TaskMark.EXIT)); // it ran as the node died

        Ended ended = run(with(SECOND, "SLURM_RESTART_COUNT", "1"), "0");

        assertThat(ended.text()).isEqualTo("snapsweep: task 8\nv8\n");
        assertThat(end(8).restart()).isEqualTo(1);
        assertThat(end(3).restart()).isZero();
    }

    @Test
    void aTaskOfItsOwnRunsAgainAfterARestart() throws Exception {
        tenTasks("echo $SNAPSWEEP_RESTART");
        run("3");

        assertThat(run(Map.of("SLURM_RESTART_COUNT", "1"), "3").text()).isEqualTo("1\n");
        assertThat(end(3).restart()).isEqualTo(1);
    }

    @Test
    void toldToEndTheTasksThatHaveNotBegunDoNot() throws Exception {
        tenTasks("touch \"$SNAPSWEEP_OUTPUT/ready\"; sleep 30");
        pack();
        Process process = start(SECOND, "0");
        awaitFile("3/ready");

        process.destroy();

        assertThat(process.waitFor()).isEqualTo(143);
        assertThat(end(3).why()).startsWith("told to end by SIGTERM");
        assertThat(folder.mark(5, part(), TaskMark.START)).doesNotExist();
    }

    /** A scontrol that writes down what it is asked, and answers what a test says. */
    private Map<String, String> scontrol(Map<String, String> environment, String answer, int exit) throws IOException {
        Path bin = Files.createDirectories(project.resolve("bin"));
        Path program = bin.resolve("scontrol");
        Files.writeString(
                program,
                "#!/bin/bash\necho \"$*\" >>'" + project + "/asked'\n[[ $1 == show ]] && echo '" + answer
                        + "' && exit\nexit " + exit + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return with(environment, "PATH", bin + ":" + System.getenv("PATH"));
    }

    private String asked() throws IOException {
        Path file = project.resolve("asked");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }

    private int signalled(Map<String, String> environment, String task, String ready, String signal) throws Exception {
        Process process = start(environment, task);
        awaitFile(ready);
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        return process.waitFor();
    }

    private static final String UNTIL_WARNED =
            "trap 'exit 9' USR2 TERM; touch \"$SNAPSWEEP_OUTPUT/ready\"; while :; do sleep 0.05; done";

    @Test
    void outOfTimeTheJobIsQueuedAgainAfterTheProgramHasEnded() throws Exception {
        maxRequeues = 1;
        tenTasks(UNTIL_WARNED);

        assertThat(signalled(scontrol(SECOND, "", 0), "2", "3/ready", "USR2")).isEqualTo(9);

        assertThat(asked()).isEqualTo("requeue 47_1\n");
        assertThat(folder.mark(3, part(), TaskMark.EXIT)).doesNotExist();
    }

    @Test
    void outOfTimeOnceTooOftenItHasFailed() throws Exception {
        maxRequeues = 1;
        tenTasks(UNTIL_WARNED);

        Map<String, String> second = with(scontrol(SECOND, "", 0), "SLURM_RESTART_COUNT", "1");
        assertThat(signalled(second, "2", "3/ready", "USR2")).isEqualTo(9);

        assertThat(asked()).doesNotContain("requeue");
        assertThat(end(3).why()).isEqualTo("told to end by SIGUSR2, out of time: exit code 9");
    }

    @Test
    void aProgramThatEndsWellOutOfTimeIsDone() throws Exception {
        maxRequeues = 1;
        tenTasks(UNTIL_WARNED.replace("exit 9", "exit 0"));

        assertThat(signalled(scontrol(SECOND, "", 0), "2", "3/ready", "USR2")).isZero();

        assertThat(asked()).isEmpty();
        assertThat(end(3).exit()).isZero();
    }

    @Test
    void outOfTimeTasksThatHaveNotBegunAreAReasonToBeQueuedAgain() throws Exception {
        maxRequeues = 1;
        tenTasks(UNTIL_WARNED.replace("exit 9", "exit 0"));
        pack();

        signalled(scontrol(SECOND, "", 0), "0", "3/ready", "USR2");

        assertThat(asked()).isEqualTo("requeue 47_1\n");
        assertThat(end(3).exit()).isZero();
    }

    @Test
    void aRequeueThatIsRefusedLeavesAFailedTask() throws Exception {
        maxRequeues = 1;
        tenTasks(UNTIL_WARNED);

        signalled(scontrol(SECOND, "", 1), "2", "3/ready", "USR2");

        assertThat(end(3).exit()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "JobId=48 JobState=RUNNING Reason=None PreemptTime=2026-11-24T04:00:00, true",
        "JobId=48 JobState=CANCELLED Reason=None PreemptTime=2026-11-24T04:00:00, false",
        "JobId=48 JobState=RUNNING Reason=None PreemptTime=None, false"
    })
    void aJobThatMakesWayForAnotherQueuesItselfAgainAndACancelledOneDoesNot(String answer, boolean again)
            throws Exception {
        tenTasks(UNTIL_WARNED);

        signalled(scontrol(SECOND, answer, 0), "2", "3/ready", "TERM");

        assertThat(asked().contains("requeue 47_1")).isEqualTo(again);
        assertThat(Files.exists(folder.mark(3, part(), TaskMark.EXIT))).isNotEqualTo(again);
    }

    @Test
    void aTaskOfAPartThatWasGivenUpDoesNotRun() throws Exception {
        write(List.of(point("x")), List.of("echo", "program"));
        Files.createDirectories(folder.parts());
        Files.writeString(folder.parts().resolve("0.given-up"), "");

        Ended ended = run("0");

        assertThat(ended.exit()).isZero();
        assertThat(ended.text()).doesNotContain("program").contains("given up");
        assertThat(end(0).why()).contains("given up");
        assertThat(folder.outputs().resolve("0")).doesNotExist();
    }

    @Test
    void aFileThatTheProgramNeedsAndCannotBeReadIsSaid() throws Exception {
        needs = List.of(project.resolve("there.jar"), project.resolve("gone's.jar"));
        Files.writeString(needs.get(0), "");
        write(List.of(point("x")), List.of("echo", "program"));

        Ended ended = run("0");

        assertThat(ended.exit()).isEqualTo(125);
        assertThat(ended.text()).contains("cannot run").contains("gone's.jar").doesNotContain("program");
        assertThat(end(0).why()).contains("gone's.jar cannot be read").doesNotContain("there.jar");
    }

    /** As on a network file system, where a node goes for a while by what it has seen before. */
    @Test
    void whatANodeSeesLateIsWaitedForInAJob() throws Exception {
        Path late = project.resolve("worktrees/late");
        needs = List.of(project.resolve("copies/late.jar"));
        write(List.of(point("x")), List.of("bash", "-c", "pwd"), late, List.of(), List.of());
        Process process = start(Map.of("SLURM_JOB_ID", "7"), "0");
        awaitText("waiting until " + late);

        Files.createDirectories(late);
        awaitText("waiting until " + needs.get(0));
        Files.createDirectories(needs.get(0).resolveSibling(""));
        Files.writeString(needs.get(0), "");

        assertThat(process.waitFor()).isZero();
        assertThat(log()).endsWith(late + "\n");
    }

    @Test
    void whatANodeNeverSeesIsSaidInTheEnd() throws Exception {
        Path gone = project.resolve("gone");
        write(List.of(point("x")), List.of("echo", "program"), gone, List.of(), List.of());
        Files.writeString(
                folder.script(),
                Files.readString(folder.script()).replace("snapsweep_patience=10", "snapsweep_patience=1"));

        Ended ended = run(Map.of("SLURM_JOB_ID", "7"), "0");

        assertThat(ended.exit()).isEqualTo(125);
        assertThat(ended.text()).contains("waiting until " + gone).doesNotContain("program");
        assertThat(end(0).why()).isEqualTo("its folder " + gone + " is gone: was the worktree removed?");
    }

    @Test
    void aTaskThatFillsTheDiskOfTheMarksIsMarkedAllTheSame() throws Exception {
        write(List.of(point("x")), List.of("bash", "-c", "yes >" + folder.marks() + "/much; exit 7"));
        smallDisk(folder.marks(), "size=64k");
        try {
            assertThat(run("0").exit()).isEqualTo(7);

            assertThat(end(0).exit()).isEqualTo(7);
        } finally {
            noDisk(folder.marks());
        }
    }

    @Test
    void aTaskOfWhichNoMarkCouldBeWrittenDoesNotRun() throws Exception {
        write(List.of(point("x")), List.of("echo", "program"));
        smallDisk(folder.marks(), "nr_inodes=3"); // its root, the folder of the first thousand, the mark of the start
        try {
            Ended ended = run("0");

            assertThat(ended.exit()).isEqualTo(125);
            assertThat(ended.text())
                    .contains("there is no room for the marks of task 0")
                    .doesNotContain("program");
        } finally {
            noDisk(folder.marks());
        }
    }

    private static void smallDisk(Path folder, String room) throws Exception {
        assumeTrue(
                new ProcessBuilder("mount", "-t", "tmpfs", "-o", room, "tmpfs", folder.toString())
                                .start()
                                .waitFor()
                        == 0,
                "only root can mount a disk that is small enough");
    }

    private static void noDisk(Path folder) throws Exception {
        new ProcessBuilder("umount", folder.toString()).start().waitFor();
    }

    @Test
    void aDiskThatIsFullIsSaidBesideTheExitCode() throws Exception {
        Path disk = Files.createDirectory(project.resolve("disk"));
        smallDisk(disk, "size=4k");
        try {
            write(List.of(point("x")), List.of("bash", "-c", "yes > $TMPDIR/much"));

            Ended ended = run(Map.of("TMPDIR", disk.toString()), "0");

            assertThat(end(0).why()).startsWith("exit code 1; nothing more can be written to " + disk);
            assertThat(ended.text()).contains("nothing more can be written to " + disk);
        } finally {
            noDisk(disk);
        }
    }

    @Test
    void srunIsToldTheCpusOfATask() throws Exception {
        write(List.of(point("x")), List.of("bash", "-c", "echo $SRUN_CPUS_PER_TASK"));

        assertThat(run(Map.of("SLURM_CPUS_PER_TASK", "3"), "0").text()).isEqualTo("3\n");
    }

    @Test
    void theAttemptIsToldToTheTask() throws Exception {
        write(List.of(point("x")), List.of("bash", "-c", "echo $SNAPSWEEP_ATTEMPT $SNAPSWEEP_RESTART"));

        assertThat(run(Map.of("SLURM_RESTART_COUNT", "2"), "0").text()).isEqualTo("1 2\n");
    }

    private static Part part() {
        return Part.local(0, TaskIndices.upTo(1));
    }

    private TaskMark end(int task) {
        return mark(task, TaskMark.EXIT);
    }

    private TaskMark begin(int task) {
        return mark(task, TaskMark.START);
    }

    private String why(int task) {
        return String.valueOf(end(task).why());
    }

    /** A worktree with an ignored file, a link to the outputs, and a read-only folder, as some builds make. */
    private GitFixture worktree() throws IOException {
        GitFixture.in(project.resolve("user"))
                .write("sub/code.txt", "code\n")
                .write(".gitignore", "built\n")
                .commit("first");
        GitFixture user = GitFixture.at(project.resolve("user"));
        Path root = project.resolve("worktree");
        user.git("worktree", "add", "--detach", root.toString());
        GitFixture worktree = GitFixture.at(root).write("built/locked/file", "built\n");
        Files.createSymbolicLink(root.resolve("sub/outputs"), Files.createDirectories(project.resolve("real-outputs")));
        assertThat(root.resolve("built/locked").toFile().setWritable(false)).isTrue();
        isolated = Optional.of(root);
        return worktree;
    }

    @Test
    void anIsolatedTaskHasACopyOfItsOwnThatGoesWithIt() throws Exception {
        GitFixture worktree = worktree();
        Path temporary = Files.createDirectories(project.resolve("tmp"));
        write(List.of(point("x")), List.of("bash", "-c", """
                        set -e
                        pwd >"$SNAPSWEEP_OUTPUT/where"; cat code.txt ../built/locked/file >"$SNAPSWEEP_OUTPUT/seen"
                        echo mine >code.txt; echo result >outputs/result
                        git rev-parse HEAD >"$SNAPSWEEP_OUTPUT/commit"
                        git -c user.name=it -c user.email=it@example.org commit -qam mine
                        git status --porcelain --untracked-files=no >"$SNAPSWEEP_OUTPUT/status"
                        """), worktree.path("sub"), List.of(), List.of());
        String before = worktree.git("rev-parse", "HEAD");

        assertThat(run(Map.of("TMPDIR", temporary.toString()), "0").exit()).isZero();

        assertThat(output("0/where")).startsWith(temporary + "/snapsweep-").endsWith("/sub\n");
        assertThat(output("0/seen")).isEqualTo("code\nbuilt\n");
        assertThat(output("0/commit").strip()).isEqualTo(before);
        assertThat(output("0/status")).isEmpty();
        assertThat(worktree.path("sub/code.txt")).hasContent("code");
        assertThat(worktree.git("rev-parse", "HEAD")).isEqualTo(before);
        assertThat(worktree.git("status", "--porcelain", "--untracked-files=no"))
                .isEmpty();
        assertThat(project.resolve("real-outputs/result")).hasContent("result");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void theCopyOfATaskThatWasToldToEndGoesToo() throws Exception {
        GitFixture worktree = worktree();
        Path temporary = Files.createDirectories(project.resolve("tmp"));
        write(
                List.of(point("x")),
                List.of("bash", "-c", "touch \"$SNAPSWEEP_OUTPUT/begun\"; sleep 60"),
                worktree.path("sub"),
                List.of(),
                List.of());
        Process process = start(Map.of("SLURM_TMPDIR", temporary.toString()), "0");
        awaitFile("0/begun");

        process.destroy();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void whatAKilledTaskLeftIsSweptByTheNextAndWhatOthersUseStays() throws Exception {
        GitFixture worktree = worktree();
        Path temporary = Files.createDirectories(project.resolve("tmp"));
        write(
                List.of(point("x"), point("y")),
                List.of(
                        "bash",
                        "-c",
                        "pwd >\"$SNAPSWEEP_OUTPUT/where\"; touch \"$SNAPSWEEP_OUTPUT/begun\"; [[ $SNAPSWEEP_TASK = 1 ]] || sleep 60"),
                worktree.path("sub"),
                List.of(),
                List.of());
        Process killed = start(Map.of("TMPDIR", temporary.toString()), "0");
        awaitFile("0/begun");
        Path copy = Path.of(output("0/where").strip()).getParent();

        assertThat(run(Map.of("TMPDIR", temporary.toString()), "1").exit()).isZero();
        assertThat(copy).as("another task runs in it").exists();

        // the script first: it would see the others end, and clean up
        List<ProcessHandle> all = Stream.concat(Stream.of(killed.toHandle()), killed.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) {
            one.onExit().get(20, TimeUnit.SECONDS);
        }
        assertThat(copy).as("SIGKILL lets nobody clean up").exists();
        Files.delete(folder.outputs().resolve("1/where"));

        assertThat(run(Map.of("TMPDIR", temporary.toString()), "1").exit()).isZero();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aCopyThatCannotBeMadeIsToldInTheMark() throws Exception {
        GitFixture worktree = worktree();
        write(List.of(point("x")), List.of("true"), worktree.path("sub"), List.of(), List.of());

        assertThat(run(Map.of("TMPDIR", project.resolve("nowhere").toString()), "0")
                        .exit())
                .isEqualTo(125);

        assertThat(why(0)).isEqualTo("no private copy of the worktree can be made in " + project.resolve("nowhere"));
    }

    private TaskMark mark(int task, String kind) {
        try {
            return Json.read(Files.readString(folder.mark(task, part(), kind)), TaskMark.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Point point(String value) {
        return new Point(Map.of("v", new Value.Quoted(value, '\'')));
    }

    private void write(List<Point> points, List<String> words) throws IOException {
        write(points, words, project, List.of(), List.of());
    }

    private void write(
            List<Point> points, List<String> words, Path directory, List<String> setup, List<String> teardown)
            throws IOException {
        LaunchRecord.Code code =
                new LaunchRecord.Code(null, null, null, null, List.of(), project, directory, "no snapshot", List.of());
        LaunchFiles files = new LaunchFiles(
                folder,
                Configuration.read(new Sources(Map.of(), Map.of(), project, "slurm"))
                        .slurm());
        files.points(points, TaskIndices.upTo(points.size()), new TaskCommand(words));
        Files.deleteIfExists(folder.script());
        files.script(TaskIndices.upTo(points.size()), code);
        JobScript script = new JobScript(folder, points.size(), code, isolated, around(setup, teardown), needs);
        Files.writeString(folder.script(), script.text());
    }

    private static SlurmSettings.Surroundings around(List<String> setup, List<String> teardown) {
        return new SlurmSettings.Surroundings(Map.of(), setup, teardown, false, List.of());
    }

    private Process start(Map<String, String> environment, String task) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", folder.script().toString(), task, "0", "1", String.valueOf(maxRequeues))
                .redirectErrorStream(true)
                .redirectOutput(project.resolve("log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SLURM_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void awaitFile(String name) throws InterruptedException {
        while (!Files.exists(folder.outputs().resolve(name))) {
            Thread.sleep(10);
        }
    }

    private void awaitText(String text) throws Exception {
        while (!log().contains(text)) { // for as long as the class allows
            Thread.sleep(20);
        }
    }

    private String log() throws IOException {
        return Files.readString(project.resolve("log"));
    }

    private Ended run(String task) throws Exception {
        return run(Map.of(), task);
    }

    private Ended run(Map<String, String> environment, String task) throws Exception {
        Process process = start(environment, task);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), log());
    }

    private String output(String name) throws IOException {
        return Files.readString(folder.outputs().resolve(name));
    }

    private List<String> nulSeparated(String name) throws IOException {
        String text = output(name);
        return List.of(text.substring(0, text.length() - 1).split("\0", -1));
    }

    private record Ended(int exit, String text) {}
}
