package io.github.snapsweep.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium without a screen, with a report open. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path SCREENSHOTS = Path.of(System.getProperty("screenshots", "target/screenshots"));

    private final ChromeDriver driver;

    Browser() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--hide-scrollbars",
                "--no-first-run");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofMinutes(3));
    }

    /** Opens a file, as wide as a screen; scripts have run when it returns. */
    Browser open(Path file) {
        wide(1280, 1000);
        driver.get(file.toUri().toString());
        await("return performance.getEntriesByName('report-drawn').length > 0");
        return this;
    }

    Browser wide(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        return this;
    }

    /** What the user wants to see: {@code light} or {@code dark}. */
    Browser scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    Object ask(String script, Object... arguments) {
        Object answer = driver.executeScript(script, arguments);
        return answer == null ? "" : answer;
    }

    long number(String script, Object... arguments) {
        return Math.round(((Number) ask(script, arguments)).doubleValue());
    }

    String text(String script, Object... arguments) {
        return String.valueOf(ask(script, arguments));
    }

    void await(String condition) {
        new WebDriverWait(driver, PATIENCE).until(none -> Boolean.TRUE.equals(driver.executeScript(condition)));
    }

    /** Brings a chart into sight, and waits until it is drawn; its options then say what it shows. */
    void see(String chart) {
        driver.executeScript("document.getElementById(arguments[0]).scrollIntoView()", chart);
        await("return !!echarts.getInstanceByDom(document.getElementById('" + chart + "'))");
    }

    /** How many values the series of a kind has, over all of them. */
    long drawn(String chart, String kind) {
        return number("return " + values(chart, kind));
    }

    /** Waits until a chart in sight shows so many values. */
    void awaitDrawn(String chart, String kind, long many) {
        await("return " + values(chart, kind) + " === " + many);
    }

    private static String values(String chart, String kind) {
        return "echarts.getInstanceByDom(document.getElementById('" + chart
                + "')).getOption().series.filter(one => one.type === '" + kind
                + "').reduce((sum, one) => sum + one.data.length, 0)";
    }

    /** Clicks what a person would see under this text. */
    void click(String within, String text) {
        WebElement button = driver.findElements(By.cssSelector(within + " button")).stream()
                .filter(each -> each.getText().strip().replaceAll(" [↑↓]$", "").equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no button " + text + " in " + within));
        button.click();
    }

    void filter(String text) {
        driver.findElement(By.id("filter")).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, text);
    }

    /** The texts of a column of the table, as far as the page shows it. */
    List<String> column(String name) {
        Object cells = ask(
                "const heads = [...document.querySelectorAll('#table th')].map(head => head.title);"
                        + "const place = heads.indexOf(arguments[0]);"
                        + "return [...document.querySelectorAll('#table tbody tr')].map(row => row.cells[place].textContent)",
                name);
        return ((List<?>) cells).stream().map(String::valueOf).toList();
    }

    /** What the browser complained of. */
    List<String> complaints() {
        return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
                .map(LogEntry::toString)
                .toList();
    }

    int printedBytes() {
        Object pdf = driver.executeCdpCommand("Page.printToPDF", Map.of()).get("data");
        return String.valueOf(pdf).length();
    }

    String title() {
        return String.valueOf(driver.getTitle());
    }

    /** Goes back to the head of the page. */
    Browser top() {
        driver.executeScript("scrollTo(0, 0)");
        return this;
    }

    /** Keeps what is seen as part of the build's output. */
    void screenshot(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
