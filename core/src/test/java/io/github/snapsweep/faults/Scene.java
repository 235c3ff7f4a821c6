package io.github.snapsweep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.snapsweep.fixture.Fingerprint;
import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A repository with edits, the machine that deeds are done on, and what must hold of both whatever happened. */
final class Scene {

    /** The project's own branch is not the tool's, and the tool's folders are not the user's. */
    private static final String NOT_THE_USERS =
            "ref refs/heads/slurm-job.*|log .*/logs/refs/heads/slurm-job.*|file (\\.slurm|multirun|outputs)(/.*)?"
                    + "|git .*/\\.git/(packed-refs(\\.lock)?|info/refs|snapsweep/.*)";

    private static final int LOOKS = 20;

    private static final Path FAKE_SLURM = Path.of("").toAbsolutePath().resolveSibling("src/it/fake-slurm/bin");

    final GitFixture git;
    final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> environment = new TreeMap<>();
    private SortedMap<String, String> users;

    final Set<String> launchesBefore = new HashSet<>();
    int prepared;

    private Scene(GitFixture git) {
        this.git = git;
        environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("USER", System.getProperty("user.name"));
        this.users = users(git);
    }

    /** A repository of some files and folders, with an edit of each kind. */
    static Scene in(Path folder) {
        GitFixture git = GitFixture.in(folder.resolve("sim"));
        for (int i = 0; i < 12; i++) {
            git.write("src/part" + i % 4 + "/f" + i + ".txt", "file " + i + "\n");
        }
        git.write("code.txt", "first\n").write("gone.txt", "gone\n").link("src/link", "part0/f0.txt");
        git.commit("first");
        git.write("src/part0/f0.txt", "staged\n").stage("src/part0/f0.txt");
        git.delete("gone.txt").write("src/new.txt", "new\n");
        return new Scene(git);
    }

    /** With the fake Slurm in front of everything else. */
    Scene withSlurm() {
        environment.put("PATH", FAKE_SLURM + ":" + environment.get("PATH"));
        environment.put("FAKE_SLURM_STATE", git.root().resolveSibling("slurm").toString());
        environment.put("FAKE_SLURM_CPUS", "8");
        environment.put("FAKE_SLURM_SACCT_LAG", "0");
        return this;
    }

    Scene with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** The user types: from now on this is what is his. */
    Scene edit(String text) {
        git.write("code.txt", text + "\n");
        return settled();
    }

    /** From now on the user's files are as they are. */
    Scene settled() {
        users = users(git);
        return this;
    }

    private static SortedMap<String, String> users(GitFixture git) {
        SortedMap<String, String> lines = new TreeMap<>(fingerprint(git).lines());
        lines.keySet().removeIf(name -> name.matches(NOT_THE_USERS));
        return lines;
    }

    /** Tasks that outlived their Maven may be at work: a mark that is there is renamed the next moment. */
    private static Fingerprint fingerprint(GitFixture git) {
        for (int look = 1; look < LOOKS; look++) {
            try {
                return git.fingerprint();
            } catch (UncheckedIOException e) {
                assertThat(e).hasCauseInstanceOf(NoSuchFileException.class);
            }
        }
        return git.fingerprint();
    }

    Map<String, String> environment() {
        return environment;
    }

    Host host() {
        Host here = Host.current();
        return new Host(environment, here.name(), here.user(), Clock.systemUTC());
    }

    /** Does it here, in this process. */
    Object run(Deed deed, Map<String, String> properties) {
        return deed.in(git.root(), properties, host(), said::add);
    }

    OwnProcess start(Deed deed, Map<String, String> properties, String... around) throws IOException {
        return OwnProcess.start(List.of(around), environment, git.root(), deed.words(git.root(), properties));
    }

    Path worktrees() {
        return git.root().resolveSibling("sim.worktrees");
    }

    /** Nothing of the user's has changed, the repository is sound, and what looks like a worktree is a whole one. */
    void assertUnharmed() {
        assertThat(differences(users, users(git))).isEmpty();
        git.fsck();
        for (Path worktree : children(worktrees())) {
            String name = worktree.getFileName().toString();
            if (!name.startsWith(".")) {
                GitFixture there = GitFixture.at(worktree);
                assertThat(there.git("rev-parse", "HEAD")).startsWith(name.replaceFirst("-.*", ""));
                assertThat(there.git("status", "--porcelain")).as(name).isEmpty();
            }
        }
    }

    /** What is otherwise in the one than in the other. */
    static List<String> differences(Map<String, String> before, Map<String, String> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> name + ": " + before.get(name) + " -> " + after.get(name))
                .toList();
    }

    /** Nothing is left of what was half done: no unfinished folder, no lock, no object kept aside. */
    void assertTidy() throws IOException {
        assertThat(children(worktrees()))
                .noneMatch(path -> path.getFileName().toString().startsWith("."));
        assertThat(children(git.path(".git/snapsweep"))).isEmpty();
        try (Stream<Path> all = Files.walk(git.path(".git"))) {
            assertThat(all.map(Path::toString).filter(name -> name.endsWith(".lock") || name.endsWith(".keep")))
                    .isEmpty();
        }
        assertThat(children(git.path(".git/worktrees")).stream()
                        .map(path -> path.resolve("locked"))
                        .filter(Files::exists)
                        .map(Scene::text))
                .noneMatch(reason -> reason.contains("is at work"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
