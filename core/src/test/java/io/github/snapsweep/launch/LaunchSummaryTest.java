package io.github.snapsweep.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.progress.ShownProgress;
import io.github.snapsweep.progress.StepDisplay;
import io.github.snapsweep.slurm.TaskIndices;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What is said of a launch at its end: in the log, to GitHub, to GitLab. */
class LaunchSummaryTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:22:33Z");

    @TempDir
    Path project;

    private LaunchFolder folder;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void launch() throws IOException {
        folder = LaunchFolder.create(project, "sim", NOW);
        Files.createDirectories(folder.logs().resolve("0"));
    }

    private LaunchStatus status(TaskStatus... tasks) {
        Part part = Part.local(0, TaskIndices.upTo(tasks.length));
        LaunchRecord record = LaunchFolderTest.record(
                folder, tasks.length, null, LaunchFolderTest.attempt(1, ExecutorKind.LOCAL, "here", 1, NOW, part));
        return new LaunchStatus(record, List.of(tasks), "");
    }

    private static TaskStatus task(int number, TaskState state, String detail, long seconds) {
        return TaskStatus.of(number, state, detail, 1).at("n7", Duration.ofSeconds(seconds));
    }

    private void tell(Map<String, String> environment, LaunchStatus status) {
        Host host = new Host(environment, "here", "me", Clock.systemUTC());
        new LaunchEnd(new LaunchRequest.Surroundings(
                        host,
                        command -> new Answer(command, 0, "", "", false),
                        new ShownProgress(said::add, said::add, StepDisplay.NONE)))
                .tell(folder, status);
    }

    @Test
    void aLaunchThatEndedWellIsToldInAFewLines() {
        tell(Map.of(), status(task(0, TaskState.COMPLETED, "", 10), task(1, TaskState.COMPLETED, "", 20)));
        assertThat(said)
                .containsExactly(
                        "summary of launch sim-20261123-142233",
                        "  tasks    2 completed",
                        "  time     0:00:30 in all, 0:00:15 on average, at most 0:00:20 (task 1)",
                        "  outputs  " + folder.outputs(),
                        "  next     mvn slurm:results -Dslurm.launch=sim-20261123-142233");
    }

    @Test
    void aTaskThatFailedIsToldWithItsReasonItsLastWordsAndItsLog() throws IOException {
        Path log = folder.logs().resolve("0/1.err");
        Files.writeString(log, "Traceback\n\u001b[31mValueError:\u001b[0m lr\u0007 too large\n\n");
        Files.writeString(folder.logs().resolve("0/1.out"), "epoch 1\n");
        tell(Map.of(), status(task(0, TaskState.COMPLETED, "", 10), task(1, TaskState.FAILED, "exit code 1", 3)));
        assertThat(said)
                .containsSequence(
                        "  failed   task 1: exit code 1 (on n7)",
                        "             ValueError: lr too large",
                        "             " + log)
                .last()
                .isEqualTo("  next     mvn slurm:logs -Dslurm.launch=sim-20261123-142233");
    }

    @Test
    void whereTheErrorsAreEmptyTheOutputSaysIt() throws IOException {
        Files.writeString(folder.logs().resolve("0/0.err"), "");
        Files.writeString(folder.logs().resolve("0/0.out"), "out of luck\n");
        tell(Map.of(), status(task(0, TaskState.TIMEOUT, "", 3)));
        assertThat(said).contains("  failed   task 0: timeout (on n7)", "             out of luck");
    }

    @Test
    void theNodeIsNoWordOfTheCommandThatFailed() {
        tell(Map.of(), status(task(0, TaskState.FAILED, "a line of the setting 'setup' failed: false", 3)));
        assertThat(said).contains("  failed   task 0: a line of the setting 'setup' failed: false (on n7)");
    }

    @Test
    void ofManyFailuresSomeAreShownAndTheRestIsCounted() {
        tell(
                Map.of(),
                status(IntStream.range(0, 300)
                        .mapToObj(number -> task(number, TaskState.FAILED, "exit code 1", 1))
                        .toArray(TaskStatus[]::new)));
        assertThat(said).contains("           and 290 more").hasSizeLessThan(20);
    }

    @Test
    void gitHubIsGivenMarkdownInWhichWhatProgramsSayIsTextAlone() throws IOException {
        Path page = Files.writeString(project.resolve("page.md"), "before\n");
        Files.writeString(folder.logs().resolve("0/0.err"), "<img src=x onerror=a()> | `b` [c](d)\n");
        tell(
                Map.of("GITHUB_STEP_SUMMARY", page.toString()),
                status(task(0, TaskState.FAILED, "exit code 1", 3), task(1, TaskState.COMPLETED, "", 9)));
        String text = Files.readString(page);
        assertThat(text)
                .startsWith("before\n### sim&#45;20261123&#45;142233\n")
                .contains("| 0 | exit code 1 &#40;on n7&#41; | &#60;img src&#61;x onerror&#61;a&#40;&#41;&#62; "
                        + "&#124; &#96;b&#96; &#91;c&#93;&#40;d&#41; |\n")
                .contains("mvn slurm:retry -Dslurm.launch=sim-20261123-142233")
                .doesNotContain("<img");
    }

    @Test
    void gitLabIsGivenAJUnitReport() throws IOException, ParserConfigurationException, SAXException {
        Files.writeString(folder.logs().resolve("0/0.err"), "a < b & ]]> \"c\"\n");
        tell(
                Map.of("GITLAB_CI", "true"),
                status(
                        task(0, TaskState.FAILED, "exit code 1", 3),
                        task(1, TaskState.COMPLETED, "", 9),
                        task(2, TaskState.CANCELLED, "", 0)));
        Document report;
        try (InputStream in = Files.newInputStream(folder.path().resolve("junit.xml"))) {
            report = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
        Element suite = report.getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("exit code 1 (on n7)");
        assertThat(failure.getTextContent()).isEqualTo("a < b & ]]> \"c\"");
        assertThat(suite.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    }

    @Test
    void aPageThatCannotBeWrittenFailsNothing() {
        tell(
                Map.of("GITHUB_STEP_SUMMARY", project.resolve("no/such/page.md").toString()),
                status(task(0, TaskState.COMPLETED, "", 10)));
        assertThat(said).last().asString().startsWith("the pipeline has no summary of launch sim-");
    }
}
