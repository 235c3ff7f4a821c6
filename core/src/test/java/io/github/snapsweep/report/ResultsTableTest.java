package io.github.snapsweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.Sources;
import io.github.snapsweep.fixture.LaunchFixture;
import io.github.snapsweep.json.Json;
import io.github.snapsweep.launch.LaunchDiff;
import io.github.snapsweep.launch.LaunchRequest;
import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.progress.ShownProgress;
import io.github.snapsweep.progress.StepDisplay;
import io.github.snapsweep.results.Harvest;
import io.github.snapsweep.results.LaunchResults;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results as programs and people read them: CSV, JSON, a table, and the page. */
class ResultsTableTest {

    @TempDir
    Path project;

    private LaunchFixture launch;
    private String squeue = "";

    @BeforeEach
    void begin() throws IOException {
        launch = LaunchFixture.in(project);
    }

    private LaunchResults results() throws IOException {
        launch.made();
        Clock clock = Clock.fixed(LaunchFixture.BEGAN.plusSeconds(3600), ZoneOffset.UTC);
        LaunchRequest.Surroundings surroundings = new LaunchRequest.Surroundings(
                new Host(Map.of(), "here", "me", clock),
                command -> new Answer(command, 0, squeue, "", false),
                new ShownProgress(line -> {}, line -> {}, StepDisplay.NONE));
        Configuration configuration = Configuration.read(new Sources(Map.of(), Map.of(), project, "slurm"));
        return new Harvest(project, configuration.slurm(), surroundings).gather();
    }

    private ResultsTable table() throws IOException {
        return new ResultsTable(results());
    }

    private String csv() throws IOException {
        StringWriter out = new StringWriter();
        table().csv(out);
        return out.toString();
    }

    @Test
    void valuesAreQuotedWhereTheyMustBeAndStayAsTheyAre() throws IOException {
        launch.task("{\"note\": \"a,b \\\"c\\\"\", \"seed\": 9007199254740993, \"f\": \"=1+1\", \"l\": [1, 2.50]}")
                .left("metrics.json", "{\"loss\": 0.1, \"steps\": 100}")
                .ran(1, "n1", 5, 65, 0);

        assertThat(csv()).isEqualToNormalizingNewlines("""
                task,state,note,seed,f,l,loss,steps,seconds
                0,completed,"a,b ""c""\",9007199254740993,=1+1,"[1,2.50]",0.1,100,60
                """);
    }

    @Test
    void aNameThatIsTakenGetsItsKindInFront() throws IOException {
        launch.task("{\"task\": 1, \"p\": 1}")
                .left("metrics.json", "{\"p\": 2, \"seconds\": 3, \"state\": 4}")
                .ran(1, "n1", 5, 65, 0);

        assertThat(csv().lines().findFirst())
                .hasValue("task,state,parameters.task,p,metrics.p,seconds,metrics.state,task.seconds");
    }

    @Test
    void whatATaskHasNotLeftIsEmpty() throws IOException {
        squeue = "4711_0|RUNNING|N/A|n1|None\n";
        launch.task("{\"p\": null}").began("n1", 3500);
        launch.task("{\"p\": \"\", \"q\": 1}")
                .left("metrics.json", "{\"loss\": -1e-9}")
                .ran(1, "n1", 5, 65, 3);

        assertThat(csv()).isEqualToNormalizingNewlines("""
                task,state,p,q,loss,seconds
                0,running,null,,,100
                1,failed,,1,-1.0E-9,60
                """);
    }

    @Test
    void jsonHasAnObjectForEachTask() throws IOException {
        launch.task("{\"p\": 0.50}").left("metrics.json", "{\"loss\": 0.25}").ran(1, "n1", 5, 65, 0);
        StringWriter out = new StringWriter();

        table().json(out);

        assertThat(Json.tree(out.toString()).toString())
                .startsWith("[{task=0, state=completed, exit=0, attempt=1, node=n1, seconds=60, parameters={p=0.50},"
                        + " metrics={loss=0.25}, output=");
    }

    @Test
    void peopleSeeAsManyDigitsAsTheyRead() throws IOException {
        launch.task("{\"p\": 0.5}")
                .left("metrics.json", "{\"loss\": 0.123456789}")
                .ran(1, "n1", 5, 65, 0);

        assertThat(table().lines(40))
                .containsExactly(
                        " task  state        p      loss  seconds", "    0  completed  0.5  0.123457       60");
    }

    @Test
    void hostileTextsAreNoMarkupInThePage() throws IOException {
        String hostile = "</script><script>alert(1)</script><!--\u2028&amp;";
        launch.setting("slurm.comment", hostile)
                .setting("slurm.env.API_TOKEN", "4711-0815")
                .task("{\"" + hostile + "\": \"" + hostile + "\"}")
                .left("metrics.json", "{\"" + hostile + "\": 1, \"b\": NaN}")
                .ran(1, "n1", 5, 65, 0);
        Path page = project.resolve("report.html");

        ReportFile.write(page, results(), new LaunchDiff(hostile, false, List.of(), hostile), LaunchFixture.BEGAN);

        String text = Files.readString(page);
        assertThat(text).doesNotContain("alert(1)</script>").doesNotContain("4711-0815");
        assertThat(text).contains("slurm.env.API_TOKEN").contains("&lt;/script&gt;");
        assertThat(text.split("<script", -1)).hasSize(4);
        assertThat(text).doesNotContainPattern("(src|href)=\"?https?:").doesNotContain("@import");
    }

    @Test
    void linksHoldForNamesOfAnyKind() {
        ReportLinks links = new ReportLinks(Path.of("/p/.slurm/l/report.html"));

        assertThat(links.to(Path.of("/p/.slurm/l/logs/0/4711_0.out"))).isEqualTo("logs/0/4711_0.out");
        assertThat(links.to(Path.of("/p/multi run/a#b?c:d%é/0")))
                .isEqualTo("../../multi%20run/a%23b%3Fc%3Ad%25%C3%A9/0");
    }

    @Test
    void aDifferenceIsShownFileByFile() {
        List<ReportDiff.File> files = ReportDiff.files("""
                diff --git a/code.txt b/code.txt
                index 1..2 100644
                --- a/code.txt
                +++ b/code.txt
                @@ -1 +1,2 @@
                -old
                +new
                +more
                diff --git a/old name b/new name
                similarity index 100%
                """);

        assertThat(files).extracting(ReportDiff.File::name).containsExactly("code.txt", "a/old name b/new name");
        assertThat(files.get(0).added()).isEqualTo(2);
        assertThat(files.get(0).removed()).isEqualTo(1);
    }
}
