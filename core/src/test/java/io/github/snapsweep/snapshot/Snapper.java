package io.github.snapsweep.snapshot;

import io.github.snapsweep.fixture.GitFixture;
import io.github.snapsweep.process.Host;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Takes snapshots and makes worktrees of a repository as a goal would, with settings that a test changes one by one.
 *
 * @param git the repository
 * @param project the folder that the goal runs in
 * @param linked the output folders
 */
record Snapper(
        GitFixture git,
        Path project,
        List<String> linked,
        UntrackedRules rules,
        String prefix,
        boolean reuse,
        Host host) {

    static final Instant NOW = Instant.parse("2026-11-23T14:22:33Z");
    static final UntrackedRules NO_LIMITS =
            new UntrackedRules(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, false, List.of());

    /** The system property with the folder of the user's configuration; nobody's when it is not set. */
    static final String USER_CONFIGURATION = "snapsweep.test.user-configuration";

    static {
        SystemReader.setInstance(new NobodysComputer(SystemReader.getInstance()));
    }

    static Snapper of(GitFixture git) {
        Host host = new Host(Map.of(), "login1", "ada", Clock.fixed(NOW, ZoneOffset.UTC));
        return new Snapper(git, git.root(), GitFixture.LINKED, NO_LIMITS, "slurm-job", true, host);
    }

    Snapper from(String folder) {
        return new Snapper(git, git.path(folder), linked, rules, prefix, reuse, host);
    }

    Snapper linking(String... folders) {
        return new Snapper(git, project, List.of(folders), rules, prefix, reuse, host);
    }

    Snapper with(UntrackedRules other) {
        return new Snapper(git, project, linked, other, prefix, reuse, host);
    }

    Snapper named(String other) {
        return new Snapper(git, project, linked, rules, other, reuse, host);
    }

    Snapper withoutReuse() {
        return new Snapper(git, project, linked, rules, prefix, false, host);
    }

    Snapper on(Host other) {
        return new Snapper(git, project, linked, rules, prefix, reuse, other);
    }

    Snapper at(Instant instant) {
        Host later = new Host(host.environment(), host.name(), host.user(), Clock.fixed(instant, ZoneOffset.UTC));
        return new Snapper(git, project, linked, rules, prefix, reuse, later);
    }

    CreatedSnapshot create() {
        SnapshotNames names = new SnapshotNames("refs/heads/", prefix);
        try (GitRepository repository = GitRepository.containing(project)) {
            return new Snapshots(repository, names)
                    .create(new SnapshotRequest(names, linkedPaths(), rules, reuse, host));
        }
    }

    /** The tree of a new snapshot, as git reads it. */
    String tree() {
        return git.git("rev-parse", create().snapshot().ref() + "^{tree}");
    }

    List<Snapshot> list() {
        try (GitRepository repository = GitRepository.containing(project)) {
            return new Snapshots(repository, new SnapshotNames("refs/heads/", prefix)).list();
        }
    }

    /** Where worktrees go in the tests. */
    Path worktrees() {
        return git.root().resolveSibling(git.root().getFileName() + ".worktrees");
    }

    ObtainedWorktree obtain(Snapshot snapshot, String... launch) {
        return obtainIn(worktrees(), snapshot, launch);
    }

    ObtainedWorktree obtainIn(Path folder, Snapshot snapshot, String... launch) {
        try (GitRepository repository = GitRepository.containing(project)) {
            return new Worktrees(repository, folder, host)
                    .obtain(snapshot, linkedPaths(), Stream.of(launch).findFirst());
        }
    }

    /** Does something with the worktrees. */
    <T> T with(Function<Worktrees, T> work) {
        try (GitRepository repository = GitRepository.containing(project)) {
            return work.apply(new Worktrees(repository, worktrees(), host));
        }
    }

    LinkedPaths linkedPaths() {
        return new LinkedPaths(project, linked.stream().map(Path::of).toList());
    }

    /** A computer whose user has set nothing, so that whoever runs the tests gets the same of JGit. */
    private static final class NobodysComputer extends SystemReader.Delegate {

        NobodysComputer(SystemReader real) {
            super(real);
        }

        @Override
        public String getenv(String variable) {
            return switch (variable) {
                case "GIT_CONFIG_NOSYSTEM" -> "1";
                case "XDG_CONFIG_HOME" -> System.getProperty(USER_CONFIGURATION, "/nonexistent");
                case "PATH" -> super.getenv(variable);
                default -> null;
            };
        }

        @Override
        public FileBasedConfig openUserConfig(Config parent, FS fs) {
            return new FileBasedConfig(parent, Path.of("/dev/null").toFile(), fs);
        }
    }
}
