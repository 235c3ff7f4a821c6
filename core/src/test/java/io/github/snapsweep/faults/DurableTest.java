package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on the disk, and not only in memory, before a branch leads to it: in the order in which the kernel is asked. */
@Tag("faults")
class DurableTest {

    /** What a trace shows, and what it is called here. */
    private static final List<List<String>> STEPS = List.of(
            List.of("f(data)?sync\\(\\d+<.*/snapsweep/[^/]+/pack>.*", "fsync pack"),
            List.of("f(data)?sync\\(\\d+<.*/snapsweep/[^/]+/index>.*", "fsync index"),
            List.of("rename.*\\.pack\"\\).*", "name pack"),
            List.of("rename.*\\.idx\"\\).*", "name index"),
            List.of("f(data)?sync\\(\\d+<.*/objects/pack>.*", "fsync folder of packs"),
            List.of("f(data)?sync\\(\\d+<.*/refs/heads/.*\\.lock>.*", "fsync branch"),
            List.of("rename.*/refs/heads/.*", "name branch"));

    @TempDir
    Path temporary;

    @Test
    void by_default_all_that_a_branch_leads_to_and_the_branch() throws Exception {
        assertThat(steps(Scene.in(temporary)))
                .containsExactly(
                        "fsync pack",
                        "fsync index",
                        "name pack",
                        "name index",
                        "fsync folder of packs",
                        "fsync branch",
                        "name branch");
        Tally.add("orders of fsync looked at", 1);
    }

    @Test
    void nothing_where_git_is_told_so() throws Exception {
        Scene scene = Scene.in(temporary);
        scene.git.config("core.fsync", "none");

        assertThat(steps(scene.settled())).containsExactly("name pack", "name index", "name branch");
        Tally.add("orders of fsync looked at", 1);
    }

    @Test
    void the_parts_that_git_is_told() throws Exception {
        Scene scene = Scene.in(temporary);
        scene.git.config("core.fsync", "none,reference");

        assertThat(steps(scene.settled())).containsExactly("name pack", "name index", "fsync branch", "name branch");
        Tally.add("orders of fsync looked at", 1);
    }

    private List<String> steps(Scene scene) throws IOException, InterruptedException {
        Path trace = temporary.resolve("trace");
        String[] strace = Strace.into(trace, "trace=fsync,fdatasync,rename,renameat,renameat2");
        try (OwnProcess process = scene.start(Deed.CREATE, Victim.CREATE.properties(), strace)) {
            assertThat(process.succeeds()).as(process::said).isTrue();
        }
        scene.assertUnharmed();
        return Trace.calls(trace).stream()
                .map(line -> line.replaceFirst("^\\d+ +", ""))
                .flatMap(DurableTest::step)
                .toList();
    }

    private static Stream<String> step(String line) {
        return STEPS.stream()
                .filter(step -> line.matches(step.get(0)))
                .map(step -> step.get(1))
                .limit(1);
    }
}
