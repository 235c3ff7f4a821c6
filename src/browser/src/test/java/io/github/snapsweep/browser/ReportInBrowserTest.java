package io.github.snapsweep.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.fixture.LaunchFixture;
import io.github.snapsweep.launch.LaunchRequest;
import io.github.snapsweep.launch.Retry;
import io.github.snapsweep.launch.Submit;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Answer;
import io.github.snapsweep.process.Command;
import io.github.snapsweep.process.SystemCommandRunner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who opens a report. */
class ReportInBrowserTest {

    private static final List<String> HOSTILE = List.of(
            "</script><script>alert(1)</script>",
            "<img src=x onerror=\"document.title='owned'\">",
            "\"double\" 'single' \\back\\ `tick` ${document.title='owned'}",
            "Größe → 雪 🎈 \u202Eright to left",
            "__proto__",
            "constructor",
            "{a|rich} {b} {c}",
            "x".repeat(2000));

    private static Browser browser;

    @TempDir
    Path project;

    @BeforeAll
    static void start() {
        browser = new Browser();
    }

    @AfterAll
    static void end() {
        browser.close();
    }

    @Test
    void aRealLaunchWithFailuresAndARetry() throws IOException {
        GitFixture.in(project)
                .write(".gitignore", "multirun\n.slurm\n")
                .write("code.txt", "committed\n")
                .commit("first")
                .write("code.txt", "changed <b>since</b>\n");
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("slurm.executor", "local");
        asked.put("snapshot.pushToRemote", "false");
        asked.put("sweep", "size=64,128 p=range(0,1,0.25) seed=1,2");
        asked.put("slurm.script", """
                [[ $SNAPSWEEP_PARAM_SEED == 2 && $SNAPSWEEP_PARAM_P == 0.75 && $SNAPSWEEP_ATTEMPT == 1 ]] && exit 3
                [[ $SNAPSWEEP_PARAM_SIZE == 64 && $SNAPSWEEP_PARAM_P == 0.5 ]] && exit 4
                echo '{"loss": '"$SNAPSWEEP_PARAM_P"', "deep": {"cost": '"$SNAPSWEEP_PARAM_SEED"'}}' >"$SNAPSWEEP_OUTPUT/metrics.json"
                """);
        LaunchRequest.Surroundings surroundings = Written.surroundings(new SystemCommandRunner());
        untilTasksFail(() -> new Submit(new LaunchRequest(
                        project, "sim", Written.settings(project, asked), (main, built) -> List.of(), surroundings))
                .run());
        untilTasksFail(() -> new Retry(project, Written.settings(project, Map.of()), Map.of(), surroundings).run());

        browser.open(Written.report(project, new SystemCommandRunner()));

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.text("return document.querySelector('.lead').textContent"))
                .isEqualTo("16 tasks: 14 completed, 2 failed");
        browser.see("plot");
        assertThat(browser.drawn("plot", "line")).isEqualTo(7); // sizes by p, without the one that failed
        browser.see("timeline");
        assertThat(browser.drawn("timeline", "custom")).isEqualTo(16 + 4);
        assertThat(browser.text("return document.querySelector('.diff .added').textContent"))
                .isEqualTo("+changed <b>since</b>");
        for (String link : links()) {
            assertThat(Path.of(URI.create(link))).exists();
        }
        browser.screenshot("real-launch");
    }

    private static void untilTasksFail(Runnable order) {
        try {
            order.run();
        } catch (Problem e) {
            assertThat(e).hasMessageContaining("tasks of launch");
            return;
        }
        throw new AssertionError("no task failed");
    }

    private static List<String> links() {
        Object links = browser.ask("return [...document.querySelectorAll('#table a, dl a')].map(link => link.href)");
        return ((List<?>) links).stream().map(String::valueOf).toList();
    }

    @Test
    void hostileValuesAreShownAndNotExecuted() throws IOException {
        LaunchFixture launch = LaunchFixture.in(project).setting("slurm.comment", HOSTILE.get(0));
        for (int task = 0; task < HOSTILE.size() * 2; task++) {
            String value = HOSTILE.get(task % HOSTILE.size());
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("value", value);
            point.put("seed", task / HOSTILE.size());
            point.put(HOSTILE.get(0), task);
            point.put("__proto__", value);
            launch.task(new Gson().toJson(point))
                    .left(
                            "metrics.json",
                            new Gson().toJson(Map.of("loss", task, HOSTILE.get(1), task, "__proto__", task)))
                    .ran(1, HOSTILE.get(1), 5, 65, 0);
        }
        launch.made();

        browser.open(Written.report(project, ReportInBrowserTest::silence));

        assertThat(browser.column("value")).startsWith(HOSTILE.toArray(String[]::new));
        assertThat(browser.column("__proto__")).startsWith(HOSTILE.get(0), HOSTILE.get(1));
        browser.see("plot");
        for (String kind : List.of("scatter", "heat map", "parallel", "line")) {
            browser.click("#axes", kind);
        }
        assertThat(browser.drawn("plot", "line")).isPositive();
        browser.see("timeline");
        assertThat(browser.drawn("timeline", "custom")).isEqualTo(16);
        showAllTips();
        browser.filter("value=__proto__");
        browser.await("return document.getElementById('shown').textContent === '2 of 16 tasks'");
        assertThat(browser.number("return document.scripts.length")).isEqualTo(3);
        assertThat(browser.number("return document.images.length")).isZero();
        assertThat(browser.number("let found = 0; for (const name in {}) found++; return found"))
                .isZero(); // __proto__
        assertThat(browser.title()).isEqualTo("sim-20261123-142233");
        assertThat(browser.complaints()).isEmpty(); // an alert would stand in the way of all that
        browser.screenshot("hostile");
    }

    /** Tips are made when a mouse passes by: of every point once. */
    private static void showAllTips() {
        browser.ask("for (const id of ['plot', 'timeline']) {"
                + "const chart = echarts.getInstanceByDom(document.getElementById(id));"
                + "chart.getOption().series.forEach((one, seriesIndex) => one.data.forEach((_, dataIndex) =>"
                + "chart.dispatchAction({ type: 'showTip', seriesIndex, dataIndex })));}");
    }

    @Test
    void chartsFilterAndTableShowTheSameTasks() throws IOException {
        sweep(240);
        browser.open(Written.report(project, ReportInBrowserTest::accounts));
        browser.see("plot");
        assertThat(browser.drawn("plot", "line")).isEqualTo(20 * 2);
        assertThat(browser.number("return echarts.getInstanceByDom(document.getElementById('plot')).getOption()"
                        + ".series.filter(one => one.type === 'custom').length"))
                .isEqualTo(2); // the spread over the seeds
        browser.click("#axes", "scatter");
        assertThat(browser.drawn("plot", "scatter")).isEqualTo(234); // 6 failed and left no number
        browser.click("#axes", "heat map");
        assertThat(browser.drawn("plot", "heatmap")).isEqualTo(20 * 2);
        browser.screenshot("heat-map");
        browser.click("#axes", "parallel");
        assertThat(browser.drawn("plot", "parallel")).isEqualTo(234);
        browser.screenshot("parallel");
        browser.see("seconds");
        assertThat(browser.drawn("seconds", "bar")).isEqualTo(40);
        assertThat(browser.text("return document.getElementById('seconds-words').textContent"))
                .contains("each was given 1 h,");
        assertThat(browser.text("return document.getElementById('bytes-words').textContent"))
                .contains("each was given 100 MiB");

        browser.filter("size=128 p<0.55");
        browser.await("return document.getElementById('shown').textContent === '30 of 240 tasks'");
        browser.see("plot");
        browser.awaitDrawn("plot", "parallel", 30);
        assertThat(browser.column("size")).hasSize(30).containsOnly("128");
        browser.filter("failed");
        browser.await("return document.getElementById('shown').textContent === '6 of 240 tasks'");
        assertThat(browser.column("state")).containsOnly("failed");
        browser.filter("");
        browser.await("return document.getElementById('shown').textContent === '240 tasks'");

        browser.click("#table", "run time");
        assertSorted(browser.column("task"), true);
        browser.click("#table", "run time");
        assertSorted(browser.column("task"), false);
        assertThat(browser.complaints()).isEmpty();
    }

    /** Task by task the run time grows. */
    private static void assertSorted(List<String> tasks, boolean upwards) {
        Comparator<Integer> order = Comparator.naturalOrder();
        assertThat(tasks.stream().map(Integer::valueOf))
                .hasSize(50)
                .isSortedAccordingTo(upwards ? order : order.reversed());
        assertThat(tasks.get(0)).isEqualTo(upwards ? "0" : "239");
    }

    @Test
    void runsThatSlurmPutBackAreInTheTimeline() throws IOException {
        LaunchFixture.in(project).task("{\"p\": 1}").ran(1, "n2", 300, 360, 0).made();

        browser.open(Written.report(project, ReportInBrowserTest::requeues));
        browser.see("timeline");

        assertThat(browser.drawn("timeline", "custom")).isEqualTo(2);
        assertThat(browser.text("return document.getElementById('timeline-words').textContent"))
                .contains("requeued")
                .contains("completed");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aLaunchOfWhichNothingIsKnownYetOpensToo() throws IOException {
        LaunchFixture.in(project).task("{}").made();

        browser.open(Written.report(project, ReportInBrowserTest::silence));

        assertThat(browser.column("task")).containsExactly("0");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void itIsFitForDarkRoomsPhonesAndPaper() throws IOException {
        sweep(240);
        Path report = Written.report(project, ReportInBrowserTest::accounts);
        for (String scheme : List.of("light", "dark")) {
            browser.scheme(scheme).open(report);
            assertThat(browser.text("return document.documentElement.dataset.theme"))
                    .isEqualTo(scheme);
            browser.see("plot");
            browser.wide(1280, 3200).top().screenshot(scheme);
            browser.wide(390, 844);
            assertThat(browser.number("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            browser.wide(390, 3600).top().screenshot(scheme + "-phone");
        }
        assertThat(browser.printedBytes()).isGreaterThan(10_000);
        assertThat(browser.text("return document.documentElement.dataset.theme"))
                .isEqualTo("dark");
        assertThat(browser.number("return performance.getEntriesByType('resource').length"))
                .isZero();
        assertThat(browser.complaints()).isEmpty();
        browser.scheme("light");
    }

    /** What is printed is measured; what fails is ten times as much, so that a machine at work on other things does not. */
    @Test
    void tenThousandTasksOpenInTwoSeconds() throws IOException {
        sweep(10_000);
        browser.open(Written.report(project, ReportInBrowserTest::silence));
        browser.see("plot");
        long drawn = browser.number("return performance.getEntriesByName('report-drawn')[0].startTime");
        long filtered = browser.number("const start = performance.now();"
                + "document.getElementById('filter').value = 'size=128 p<0.6';"
                + "document.getElementById('filter').oninput({ target: document.getElementById('filter') });"
                + "return new Promise(done => { const look = () => document.getElementById('shown').textContent.includes(' of ')"
                + " ? done(performance.now() - start) : setTimeout(look, 5); look(); })");
        browser.see("timeline");

        System.out.println(
                "10,000 tasks: drawn " + drawn + " ms after the file was opened; filtered in " + filtered + " ms");
        assertThat(browser.drawn("timeline", "custom"))
                .isEqualTo(browser.number("return 1 * document.getElementById('shown').textContent.split(' ')[0]"));
        assertThat(drawn).isLessThan(20_000);
        assertThat(filtered).isLessThan(10_000);
        assertThat(browser.complaints()).isEmpty();
        browser.screenshot("ten-thousand");
    }

    /** Sizes, p from 0.5 on and seeds; task by task a second longer, so far as there is time. */
    private void sweep(int tasks) throws IOException {
        LaunchFixture launch = LaunchFixture.in(project).setting("slurm.timeoutMin", "60");
        for (int task = 0; task < tasks; task++) {
            double p = 0.5 + 0.01 * (task / 2 % 20);
            int size = task % 2 == 0 ? 64 : 128;
            launch.task("{\"size\": " + size + ", \"p\": " + String.format(java.util.Locale.ROOT, "%.2f", p)
                    + ", \"seed\": " + task / 40 + "}");
            boolean fails = task % 37 == 36;
            if (!fails) {
                double spanning = 1 / (1 + Math.exp((0.593 - p) * size)) + 0.02 * Math.sin(task * 7.0);
                launch.left("metrics.json", "{\"spanning\": " + spanning + ", \"largest\": " + Math.sqrt(p) + "}");
            }
            long start = 5 + task / 16 * 60L;
            launch.ran(1, "n" + (1 + task % 4), start, start + 60 + task % 1000, fails ? 3 : 0);
        }
        launch.made();
    }

    /** A Slurm that knows nothing any more. */
    private static Answer silence(Command command) {
        return new Answer(command, 0, "", "", false);
    }

    /** A Slurm that keeps accounts of 240 tasks. */
    private static Answer accounts(Command command) {
        List<String> lines = new ArrayList<>();
        for (int task = 0; command.line().contains("ReqMem") && task < 240; task++) {
            lines.add("4711_" + task + "|COMPLETED|n1|Unknown|Unknown|Unknown|1|100M|60|");
            lines.add("4711_" + task + ".batch|COMPLETED|n1|Unknown|Unknown|Unknown|1|||" + (20 + task % 60) + "M");
        }
        return new Answer(command, 0, String.join("\n", lines), "", false);
    }

    /** A Slurm that put a task back once. */
    private static Answer requeues(Command command) {
        DateTimeFormatter time = DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneId.systemDefault());
        String first = time.format(LaunchFixture.BEGAN.plusSeconds(5)) + "|"
                + time.format(LaunchFixture.BEGAN.plusSeconds(90));
        String second = time.format(LaunchFixture.BEGAN.plusSeconds(300)) + "|"
                + time.format(LaunchFixture.BEGAN.plusSeconds(360));
        String lines = "4711_0|PREEMPTED|n1|Unknown|" + first + "|1|100M|60|\n4711_0|COMPLETED|n2|Unknown|" + second
                + "|1|100M|60|\n";
        return new Answer(command, 0, command.line().contains("ReqMem") ? lines : "", "", false);
    }
}
