package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.fixture.GitFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A file system that answers as network file systems, quotas and limits do, at any one step: it is gone over, or said in one
 * message, nothing is harmed, and the same deed done again finishes the work.
 */
@Tag("faults")
class FailingCallsTest {

    /** So many failures for each round. */
    private static final int EACH = 6;

    @TempDir
    Path temporary;

    @ParameterizedTest
    @EnumSource(
            value = Victim.class,
            names = {"CREATE", "WORKTREE", "PRUNE", "SUBMIT", "RETRY"})
    void one_system_call_fails(Victim victim) throws IOException, InterruptedException {
        Scene scene = victim.scene(temporary);
        List<Injection> possible = possible(victim, scene);
        Collections.shuffle(possible, Chance.of("calls of " + victim));
        int failed = 0;
        for (Injection injection : possible.subList(0, Math.min(possible.size(), EACH * Chance.FEW_ROUNDS))) {
            scene.edit(injection.toString());
            victim.prepare(scene);
            failed += happens(injection, victim, scene) ? 1 : 0;
            victim.survives(scene, injection.toString());
        }
        assertThat(failed).isPositive();
        Tally.add("failing system calls survived, " + victim, failed);
    }

    /** Chance may not find these: in the paths, the first snapshot that is there before, and its worktree. */
    @ParameterizedTest
    @CsvSource({
        // the lock was left, and nobody knew whose it was
        "PRUNE, unlink, sim/.git/refs/heads/SNAPSHOT.lock, EBUSY, could not be changed",
        // the worktree was claimed for as long as the process lived
        "PRUNE, rename, sim.worktrees/COMMIT, EACCES, no permission",
        "PRUNE, fcntl, ADMINISTRATION/snapsweep, ENOLCK, has no locks",
        "RETRY, fcntl, ADMINISTRATION/snapsweep, ENOLCK, has no locks"
    })
    void one_of_these_fails(Victim victim, String call, String place, String error, String words)
            throws IOException, InterruptedException {
        Scene scene = victim.scene(temporary).edit("again");
        victim.prepare(scene);
        String snapshot =
                scene.git.git("for-each-ref", "--count=1", "--format=%(refname:lstrip=2)", "refs/heads/slurm-job*");
        String commit = scene.git.git("rev-parse", "--short=12", snapshot);
        Path administration = GitFixture.at(scene.worktrees().resolve(commit)).gitDirectory();
        Path path = temporary.resolve(place.replace("COMMIT", commit)
                .replace("SNAPSHOT", snapshot)
                .replace("ADMINISTRATION", administration.toString()));
        Path trace = temporary.resolve("trace");
        String[] strace = Strace.at(path, trace, "trace=" + call, "inject=" + call + ":error=" + error + ":when=1");

        try (OwnProcess process = scene.start(victim.deed, victim.properties(), strace)) {
            assertThat(process.succeeds()).as(process::said).isFalse();
            assertThat(process.said()).contains(words);
        }

        assertThat(Injection.isIn(Trace.calls(trace), path.toString())).isTrue();
        victim.survives(scene, error + " at " + path);
        Tally.add("failing system calls survived, " + victim, 1);
    }

    /** Nobody knows the name of git's folder for a worktree before it is made: it is found by the calls before it. */
    @ParameterizedTest
    @CsvSource({
        // its name but not its administration was left
        "unlink, locked, ESTALE, replaced or removed on another machine",
        "fcntl, snapsweep, ENOLCK, has no locks"
    })
    void one_of_these_fails_while_a_worktree_is_made(String call, String file, String error, String words)
            throws IOException, InterruptedException {
        Victim victim = Victim.WORKTREE;
        Scene scene = victim.scene(temporary);
        Pattern path = Pattern.compile("/sim/.git/worktrees/[^/]+/" + file + "[\">]");
        scene.edit("first");
        victim.prepare(scene);
        victim.finish(scene); // what the first of all worktrees needs is there now
        boolean failed = false;
        for (int attempt = 1; attempt <= EACH && !failed; attempt++) {
            Injection injection = all(victim, scene).stream()
                    .filter(possible ->
                            possible.call().equals(call) && possible.error().equals(error))
                    .filter(possible -> path.matcher(possible.seen()).find())
                    .findFirst()
                    .orElseThrow();
            scene.edit("attempt " + attempt);
            victim.prepare(scene);
            failed = failsAt(path, injection, words, scene.start(victim.deed, victim.properties(), strace(injection)));
            victim.survives(scene, injection.toString());
        }
        assertThat(failed).isTrue();
        Tally.add("failing system calls survived, " + victim, 1);
    }

    /** Not if another call was the one of that number this time. */
    private boolean failsAt(Pattern path, Injection injection, String words, OwnProcess started)
            throws IOException, InterruptedException {
        try (OwnProcess process = started) {
            int exit = process.end();
            boolean happened = injected().findAny().isPresent()
                    && injected().allMatch(line -> path.matcher(line).find());
            if (happened) {
                assertThat(exit).as(process::said).isNotZero();
                assertThat(process.said()).as(injection.toString()).contains(words);
            }
            return happened;
        }
    }

    private Stream<String> injected() throws IOException {
        return Trace.calls(temporary.resolve("trace")).stream().filter(line -> line.contains("(INJECTED)"));
    }

    /** Locks on branches need none. */
    @ParameterizedTest
    @CsvSource({"CREATE, EOPNOTSUPP", "PRUNE, EPERM"})
    void a_file_system_has_no_hard_links(Victim victim, String error) throws IOException, InterruptedException {
        Scene scene = victim.scene(temporary).edit("poor");
        victim.prepare(scene);
        Path trace = temporary.resolve("trace");
        String[] strace = Strace.into(trace, "trace=link", "inject=link:error=" + error);

        try (OwnProcess process = scene.start(victim.deed, victim.properties(), strace)) {
            assertThat(process.succeeds()).as(process::said).isTrue();
        }

        assertThat(Injection.isIn(Trace.calls(trace), temporary.toString())).isTrue();
        victim.survives(scene, "no hard links");
        Tally.add("failing system calls survived, " + victim, 1);
    }

    /** By what the deed does when it is left alone; each kind of failure as likely as the others. */
    private List<Injection> possible(Victim victim, Scene scene) throws IOException, InterruptedException {
        Random chance = Chance.of("kinds of " + victim);
        Map<String, List<Injection>> kinds = all(victim, scene).stream()
                .collect(Collectors.groupingBy(
                        injection -> injection.call() + injection.error(), TreeMap::new, Collectors.toList()));
        return kinds.values().stream()
                .flatMap(kind -> Stream.generate(() -> kind.get(chance.nextInt(kind.size())))
                        .limit(Chance.FEW_ROUNDS))
                .collect(Collectors.toList());
    }

    private List<Injection> all(Victim victim, Scene scene) throws IOException, InterruptedException {
        scene.edit("traced");
        victim.prepare(scene);
        Path trace = temporary.resolve("trace");
        try (OwnProcess process = scene.start(victim.deed, victim.properties(), Strace.into(trace, traced()))) {
            assertThat(process.succeeds()).as(process::said).isTrue();
        }
        victim.survives(scene, "traced");
        return Injection.possible(Trace.calls(trace), temporary.toString());
    }

    private boolean happens(Injection injection, Victim victim, Scene scene) throws IOException, InterruptedException {
        try (OwnProcess process = scene.start(victim.deed, victim.properties(), strace(injection))) {
            int exit = process.end();
            boolean happened = Injection.isIn(Trace.calls(temporary.resolve("trace")), temporary.toString());
            if (happened) {
                process.assertSpeaksPlainly(exit);
            }
            return happened;
        }
    }

    private String[] strace(Injection injection) {
        return Strace.into(temporary.resolve("trace"), traced(), injection.expression());
    }

    private static String traced() {
        return "trace=" + String.join(",", Injection.calls());
    }
}
