package io.github.snapsweep.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LocalTasksTest {

    @TempDir
    Path folder;

    private Predicate<LocalTask> wanted = task -> true;

    private LocalTask task(int number, String script) {
        return new LocalTask(
                number,
                List.of("bash", "-c", script),
                folder.resolve(number + ".out"),
                folder.resolve(number + ".err"));
    }

    private Map<Integer, Integer> run(int parallelism, List<LocalTask> tasks) throws Exception {
        Map<Integer, Integer> exits = new TreeMap<>();
        tasks(parallelism).run(tasks, wanted, (task, exit) -> exits.put(task.number(), exit));
        return exits;
    }

    private LocalTasks tasks(int parallelism) {
        return new LocalTasks(folder, Map.of("PATH", System.getenv("PATH"), "GREETING", "hello"), parallelism);
    }

    @Test
    void aTaskThatIsNotWantedAnyMoreAsItsTurnComesIsNotRun() throws Exception {
        wanted = task -> task.number() != 1 || !Files.exists(folder.resolve("0.done"));

        assertThat(run(1, List.of(task(0, "touch 0.done"), task(1, "touch 1.done"), task(2, "exit 3"))))
                .isEqualTo(Map.of(0, 0, 1, LocalTasks.SKIPPED, 2, 3));
        assertThat(folder.resolve("1.done")).doesNotExist();
    }

    @Test
    void eachTaskIsAProcessWithItsOwnLogsAndExitCode() throws Exception {
        assertThat(run(2, List.of(task(0, "echo $GREETING; pwd; echo oops >&2"), task(1, "exit 7"))))
                .isEqualTo(Map.of(0, 0, 1, 7));
        assertThat(folder.resolve("0.out")).hasContent("hello\n" + folder.toRealPath());
        assertThat(folder.resolve("0.err")).hasContent("oops");
    }

    @Test
    void nothingOfThisProcesssEnvironmentIsInherited() throws Exception {
        run(1, List.of(task(0, "echo ${HOME-none}")));
        assertThat(folder.resolve("0.out")).hasContent("none");
    }

    @Test
    void tasksStartInOrderAndNoMoreThanSoManyRunAtATime() throws Exception {
        String script = "n=$(mktemp -p running); ls running | wc -l; echo start >>started; sleep 0.05; rm \"$n\"";
        Files.createDirectory(folder.resolve("running"));

        run(3, IntStream.range(0, 12).mapToObj(number -> task(number, script)).toList());

        List<Integer> seen = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            seen.add(Integer.parseInt(
                    Files.readString(folder.resolve(number + ".out")).strip()));
        }
        assertThat(Collections.max(seen)).isLessThanOrEqualTo(3);
        assertThat(Files.readAllLines(folder.resolve("started"))).hasSize(12);
    }

    @Test
    void oneAtATimeIsInOrder() throws Exception {
        run(
                1,
                IntStream.range(0, 5)
                        .mapToObj(number -> task(number, "echo " + number + " >>order"))
                        .toList());
        assertThat(folder.resolve("order")).hasContent("0\n1\n2\n3\n4");
    }

    @Test
    void logsAreAppendedAndBothMayGoToOneFile() throws Exception {
        Path log = Files.writeString(folder.resolve("log"), "before\n");

        run(1, List.of(new LocalTask(0, List.of("bash", "-c", "echo out; echo err >&2"), log, log)));

        assertThat(log).hasContent("before\nout\nerr");
    }

    @Test
    void aProgramThatCannotBeStartedIsAnError() {
        LocalTask missing = new LocalTask(0, List.of("/nonexistent"), folder.resolve("out"), folder.resolve("err"));
        assertThatThrownBy(() -> run(1, List.of(missing)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/nonexistent");
    }

    @Test
    void whatRunsIsEndedWhenTheWaitIsInterrupted() throws Exception {
        String script = "trap 'echo ended >>ends; exit 1' TERM; echo started >>starts; while :; do sleep 0.05; done";
        List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
        Thread runner = new Thread(() -> {
            try {
                run(2, List.of(task(0, script), task(1, script), task(2, script)));
            } catch (Exception e) {
                thrown.add(e);
            }
        });
        runner.start();
        while (!Files.exists(folder.resolve("starts"))
                || Files.readAllLines(folder.resolve("starts")).size() < 2) {
            Thread.sleep(10);
        }

        runner.interrupt();
        runner.join();

        assertThat(thrown).singleElement().isInstanceOf(InterruptedException.class);
        assertThat(folder.resolve("ends")).hasContent("ended\nended");
        assertThat(folder.resolve("2.out")).doesNotExist();
    }

    @ParameterizedTest(name = "{0} tasks, one at a time")
    @ValueSource(ints = {1, 3})
    void theEndOfThisProcessIsAnInterruptAndNoFaultOfATask(int number) throws Exception {
        LocalTasks tasks = tasks(1);
        Thread hook = new Thread(() -> {
            awaitFile("0.started");
            tasks.stop();
        });
        hook.start();

        List<LocalTask> all = IntStream.range(0, number)
                .mapToObj(task -> task(task, "touch " + task + ".started; exec sleep 50"))
                .toList();
        assertThatThrownBy(() -> tasks.run(all, wanted, (task, exit) -> {})).isInstanceOf(InterruptedException.class);
        hook.join();

        assertThat(folder.resolve("1.started")).doesNotExist();
    }

    private void awaitFile(String name) {
        while (!Files.exists(folder.resolve(name))) {
            Thread.onSpinWait();
        }
    }
}
