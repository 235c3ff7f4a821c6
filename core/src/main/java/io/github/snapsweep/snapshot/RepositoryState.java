package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.problem.SnapshotProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What of a repository is its user's, for comparison: index, HEAD, configuration, references, and of each file that git
 * tracks or would add its mode, size and time. Submodules are part of it.
 *
 * @param parts each with its state, by name
 */
record RepositoryState(SortedMap<String, String> parts) {

    private static final String NONE = "none";

    /** Reads it, without what is under these paths. */
    static RepositoryState of(GitRepository repository, UserGit git, List<String> linked) {
        try {
            SortedMap<String, String> parts = new TreeMap<>();
            read(repository, git, linked, "", parts);
            return new RepositoryState(parts);
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(repository.workTree(), e);
        }
    }

    private static void read(
            GitRepository repository, UserGit git, List<String> linked, String prefix, Map<String, String> parts)
            throws IOException {
        String where = prefix.isEmpty() ? "" : " of " + prefix;
        parts.put("the index" + where, digest(repository.jgit().getIndexFile().toPath()));
        parts.put("HEAD" + where, target(repository.jgit().exactRef(Constants.HEAD)));
        parts.put(
                "the configuration" + where, digest(repository.commonDirectory().resolve(Constants.CONFIG)));
        parts.put(
                "the worktree's configuration" + where,
                digest(repository.gitDirectory().resolve("config.worktree")));
        for (Ref ref : repository.jgit().getRefDatabase().getRefsByPrefix(Constants.R_REFS)) {
            parts.put(ref.getName() + where, target(ref));
        }
        for (String path : files(git, linked)) {
            Path file = ByteText.resolve(repository.workTree(), ByteText.encode(path));
            parts.put(prefix + path, describe(file));
            if (Files.exists(file.resolve(Constants.DOT_GIT))) {
                try (GitRepository submodule = GitRepository.at(file)) {
                    read(submodule, git.in(submodule), List.of(), prefix + path + "/", parts);
                }
            }
        }
    }

    private static List<String> files(UserGit git, List<String> linked) {
        List<String> words = new ArrayList<>(List.of("-c", "core.fsmonitor=false", "ls-files", "-z"));
        words.addAll(List.of("--cached", "--others", "--exclude-standard", "--"));
        words.addAll(Pathspecs.allBut(linked));
        return Stream.of(git.answer(Map.of(), words).split("\0"))
                .filter(path -> !path.isEmpty())
                .toList();
    }

    private static String target(@Nullable Ref ref) {
        if (ref == null) {
            return NONE;
        }
        return ref.isSymbolic() ? ref.getTarget().getName() : String.valueOf(ref.getObjectId());
    }

    private static String describe(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return NONE; // tracked, and deleted
        }
        PosixFileAttributes stat = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (stat.isDirectory()) {
            return "folder";
        }
        String kind = stat.isSymbolicLink() ? "link" : "file";
        String mode = PosixFilePermissions.toString(stat.permissions());
        return kind + " " + mode + " " + stat.size() + " "
                + stat.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    private static String digest(Path file) throws IOException {
        try {
            return Files.exists(file)
                    ? HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)))
                    : NONE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The names of what is not in the same state later. */
    List<String> differences(RepositoryState later) {
        TreeSet<String> names = new TreeSet<>(parts.keySet());
        names.addAll(later.parts.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(parts.get(name), later.parts.get(name)))
                .toList();
    }
}
