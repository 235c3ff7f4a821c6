package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.github.snapsweep.launch.SnapshotResult;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines and networks that are not as one would wish: what has to be made is made, or it is said why not. */
class UnusualMachinesTest {

    private static final Map<String, String> LAUNCH = new TreeMap<>(Map.of(
            "slurm.executor",
            "local",
            "slurm.sweep",
            "x=a,b",
            "slurm.script",
            "cat code.txt >\"$SNAPSWEEP_OUTPUT/code\""));

    @TempDir
    Path temporary;

    // --- the remote

    @Test
    void a_remote_that_hangs_is_given_up_with_all_that_was_started_for_it() throws Exception {
        Path hanging =
                Machine.script(temporary.resolve("ssh"), "echo $$ >" + temporary.resolve("pid") + "; exec sleep 600");
        Scene scene = Scene.in(temporary).with("GIT_SSH_COMMAND", hanging.toString());
        scene.git.then("remote", "add", "origin", "ssh://nobody@nowhere.invalid/x.git");
        long start = System.nanoTime();

        create(scene.settled(), Map.of("snapshot.pushTimeout", "1s"));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        assertThat(scene.said).anyMatch(line -> line.contains("no answer within 1 s"));
        ProcessHandle ssh = ProcessHandle.of(Long.parseLong(
                        Files.readString(temporary.resolve("pid")).strip()))
                .orElse(null);
        for (int look = 0; look < 100 && ssh != null && ssh.info().command().isPresent(); look++) {
            Thread.sleep(50); // what is left of it then is for its parent to take note of
        }
        assertThat(Optional.ofNullable(ssh).flatMap(process -> process.info().command()))
                .isEmpty();
        Tally.add("faults tried", 1);
    }

    @Test
    void a_remote_that_asks_for_a_password_is_not_answered() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        server.start();
        try {
            Scene scene = Scene.in(temporary);
            scene.git.then(
                    "remote",
                    "add",
                    "origin",
                    "http://localhost:" + server.getAddress().getPort() + "/x.git");

            create(scene.settled(), Map.of());

            assertThat(scene.said).anyMatch(line -> line.contains("was not pushed"));
        } finally {
            server.stop(0);
        }
        Tally.add("faults tried", 1);
    }

    @Test
    void a_remote_that_cannot_be_reached_is_a_warning_with_the_reason() {
        Scene scene = Scene.in(temporary);
        scene.git.then("remote", "add", "origin", "git://localhost:1/x.git");

        create(scene.settled(), Map.of());

        assertThat(scene.said).anyMatch(line -> line.contains("was not pushed") && line.contains("localhost"));
        Tally.add("faults tried", 1);
    }

    // --- the clock

    @Test
    void a_clock_that_goes_back_mixes_nothing_up() {
        Scene scene = Scene.in(temporary).edit("today");
        SnapshotResult today = create(scene, Map.of());
        scene.edit("yesterday");
        Host now = scene.host();
        Host yesterday = new Host(
                now.environment(), now.name(), now.user(), Clock.offset(Clock.systemUTC(), Duration.ofDays(-1)));

        SnapshotResult late = (SnapshotResult) Deed.CREATE.in(scene.git.root(), Map.of(), yesterday, scene.said::add);
        Deed.PRUNE.in(scene.git.root(), Map.of("snapshot.olderThan", "1h"), yesterday, scene.said::add);

        assertThat(late.name()).isLessThan(today.name());
        assertThat(scene.git.git("show", late.name() + ":code.txt")).isEqualTo("yesterday");
        assertThat(scene.git.git("show", today.name() + ":code.txt")).isEqualTo("today");
        Deed.SUBMIT.in(scene.git.root(), LAUNCH, yesterday, scene.said::add);
        Deed.SUBMIT.in(scene.git.root(), LAUNCH, now, scene.said::add);
        scene.assertUnharmed();
        Tally.add("faults tried", 1);
    }

    // --- the user

    @Test
    void a_user_without_a_home_and_with_a_locale_of_bytes_launches_what_has_any_name() throws Exception {
        Scene scene = Scene.in(temporary).with("LC_ALL", "C");
        scene.git.run(
                Map.of(),
                "bash",
                "-c",
                "echo 1 >$'latin-\\xe4.txt'; mkdir $'d\\xff'; echo 2 >$'d\\xff/ü.txt'; ln -s $'\\xfe' link");
        String tree = scene.settled().git.tree();

        OwnProcess submitting = scene.start(Deed.SUBMIT, LAUNCH);

        assertThat(submitting.end()).as(submitting::said).isZero();
        assertThat(scene.git.git("rev-parse", snapshots(scene).get(0) + "^{tree}"))
                .isEqualTo(tree);
        scene.assertUnharmed();
        assertThat(scene.git.path("?")).doesNotExist();
        Tally.add("faults tried", 2);
    }

    @Test
    void with_a_umask_of_077_nothing_is_anybody_elses() throws Exception {
        Scene scene = Scene.in(temporary);

        OwnProcess submitting = scene.start(Deed.SUBMIT, LAUNCH, "sh", "-c", "umask 077; exec \"$@\"", "sh");

        assertThat(submitting.end()).as(submitting::said).isZero();
        assertThat(permissions(made(scene)))
                .noneMatch(permission -> permission.name().startsWith("GROUP")
                        || permission.name().startsWith("OTHERS"));
        Tally.add("faults tried", 1);
    }

    @Test
    void in_a_shared_repository_the_group_may_read_and_delete_a_snapshot_whatever_the_umask() throws Exception {
        Scene scene = Scene.in(temporary);
        scene.git.config("core.sharedRepository", "group");

        OwnProcess creating = scene.settled()
                .start(
                        Deed.CREATE,
                        Map.of("snapshot.branchPrefix", "of/mine"),
                        "sh",
                        "-c",
                        "umask 077; exec \"$@\"",
                        "sh");

        assertThat(creating.end()).as(creating::said).isZero();
        scene.git.then("update-ref", "--create-reflog", "refs/heads/of/gits", "HEAD"); // its folder is there
        for (Path file : newest(scene.git.path(".git"), "refs/heads/of", "logs/refs/heads/of", "objects/pack")) {
            assertThat(Files.getPosixFilePermissions(file))
                    .as(file.toString())
                    .contains(PosixFilePermission.GROUP_READ);
            if (!file.toString().contains("objects")) {
                assertThat(Files.getPosixFilePermissions(file))
                        .as(file.toString())
                        .contains(PosixFilePermission.GROUP_WRITE);
            }
        }
        Tally.add("faults tried", 1);
    }

    @Test
    void a_launchs_record_is_not_for_everybody() {
        Scene scene = Scene.in(temporary);

        scene.run(Deed.SUBMIT, LAUNCH);

        Path launch = Scene.children(scene.git.path(".slurm")).stream()
                .filter(path -> path.getFileName().toString().startsWith("sim-"))
                .findFirst()
                .orElseThrow();
        assertThat(permissions(List.of(launch)))
                .noneMatch(permission -> permission.name().startsWith("OTHERS"));
        assertThat(permissions(List.of(launch.resolve("job.sh"))))
                .allMatch(permission -> permission.name().startsWith("OWNER"));
        Tally.add("faults tried", 1);
    }

    // --- names

    @Test
    void a_path_that_is_too_long_for_a_worktree_is_said_and_leaves_nothing() throws IOException {
        Scene scene = Scene.in(temporary);
        int room = 4090 - scene.git.root().toString().length();
        StringBuilder path = new StringBuilder();
        while (path.length() + 202 < room) {
            path.append("d".repeat(200)).append('/');
        }
        path.append("f".repeat(Math.max(1, room - path.length() - 1)));
        scene.git.write(path.toString(), "deep\n");
        create(scene.settled(), Map.of());

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> scene.run(Deed.WORKTREE, Map.of()))
                .withMessageContaining("too long");

        assertThat(scene.worktrees()).doesNotExist();
        scene.assertTidy();
        Tally.add("faults tried", 1);
    }

    // --- git's own locks

    @Test
    void a_branch_that_somebody_else_has_locked_is_another_ones_and_stays_so() {
        Scene scene = Scene.in(temporary);
        SnapshotResult made = create(scene, Map.of());
        scene.git.then("pack-refs", "--all").write(".git/packed-refs.lock", "");

        scene.run(Deed.PRUNE, Map.of("snapshot.keepLast", "0"));

        assertThat(scene.git.path(".git/packed-refs.lock")).exists();
        assertThat(snapshots(scene)).containsExactly(made.name());
        scene.git.delete(".git/packed-refs.lock");
        scene.run(Deed.PRUNE, Map.of("snapshot.keepLast", "0"));
        assertThat(snapshots(scene)).isEmpty();
        scene.git.fsck();
        Tally.add("faults tried", 1);
    }

    private static SnapshotResult create(Scene scene, Map<String, String> properties) {
        return (SnapshotResult) scene.run(Deed.CREATE, properties);
    }

    private static List<String> snapshots(Scene scene) {
        return scene.git
                .git("for-each-ref", "--format=%(refname:short)", "refs/heads/slurm-job*")
                .lines()
                .toList();
    }

    /** What a launch has made, but for the folders that were there. */
    private static List<Path> made(Scene scene) throws IOException {
        return Stream.concat(
                        newest(scene.git.path(".git"), "refs/heads", "logs/refs/heads", "objects/pack", "worktrees")
                                .stream()
                                .filter(path ->
                                        !path.endsWith("main") && !path.endsWith("heads") && !path.endsWith("pack")),
                        newest(scene.git.root().getParent(), "sim.worktrees", "sim/.slurm", "sim/multirun").stream())
                .filter(path -> !Files.isSymbolicLink(path))
                .toList();
    }

    private static List<Path> newest(Path root, String... folders) throws IOException {
        Set<Path> all = new TreeSet<>();
        for (String folder : folders) {
            try (Stream<Path> found = Files.walk(root.resolve(folder))) {
                found.forEach(all::add);
            }
        }
        return List.copyOf(all);
    }

    private static Set<PosixFilePermission> permissions(List<Path> files) {
        return files.stream().flatMap(UnusualMachinesTest::permissions).collect(Collectors.toSet());
    }

    private static Stream<PosixFilePermission> permissions(Path file) {
        try {
            return Files.getPosixFilePermissions(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(PosixFilePermissions.class.getSimpleName(), e);
        }
    }
}
