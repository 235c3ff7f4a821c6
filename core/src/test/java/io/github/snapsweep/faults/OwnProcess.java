package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A deed in a process of its own, a Java that starts as fast as it can. */
final class OwnProcess implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** What only who wrote a program can make sense of. */
    private static final Pattern NOT_FOR_USERS =
            Pattern.compile("Exception|[a-z]Error\\b|\\tat |\\bnull\\b|java\\.[a-z]+\\.");

    private final Process process;
    private final BufferedReader out;
    private final List<String> said = new ArrayList<>();

    private OwnProcess(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts one.
     *
     * @param around a program that runs it, with its arguments; none to run it straight
     * @param environment its whole environment
     * @param words the class and its arguments
     */
    static OwnProcess start(List<String> around, Map<String, String> environment, Path folder, List<String> words)
            throws IOException {
        List<String> all = new ArrayList<>(around);
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-XX:-UsePerfData", "-Xmx256m"));
        all.addAll(List.of(
                "-XX:+ErrorFileToStdout",
                "-Duser.home=?",
                "-cp",
                System.getProperty("java.class.path"))); // as of a user without a home
        all.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new OwnProcess(builder.start());
    }

    /** Waits until the deed begins. */
    void awaitReady() throws IOException {
        String line = out.readLine();
        while (line != null && !line.equals(Deed.READY)) {
            said.add(line);
            line = out.readLine();
        }
    }

    /** Waits for its end, and gives its exit code: 137 when it was killed. */
    int end() throws IOException, InterruptedException {
        String line = out.readLine();
        while (line != null) {
            said.add(line);
            line = out.readLine();
        }
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("it hangs: " + said());
        }
        return process.exitValue();
    }

    /** Waits for its end: whether it did what it was asked for; else it has said in plain words why not. */
    boolean succeeds() throws IOException, InterruptedException {
        int exit = end();
        assertSpeaksPlainly(exit);
        return exit == 0;
    }

    /** What it said is for users. */
    void assertSpeaksPlainly(int exit) {
        assertThat(said()).doesNotContainPattern(NOT_FOR_USERS);
        assertThat(exit).as(this::said).isIn(0, 1);
    }

    /** Kills it, and nothing else, after so long; tells whether it was still there. */
    boolean killAfter(long nanoseconds) throws InterruptedException {
        boolean ended = process.waitFor(nanoseconds, TimeUnit.NANOSECONDS);
        process.destroyForcibly().waitFor();
        return !ended;
    }

    String said() {
        return String.join("\n", said);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
