package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.problem.GitProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The tree that git itself makes of what is on disk: {@code git add -A} and {@code git write-tree} on a copy of the
 * index, with all objects in a folder for a while.
 */
final class GitTree {

    /** What a setting of the user's would do beside: run hooks and monitors, write files beside the index. */
    private static final List<String> QUIETLY = List.of(
            "-c", "core.hooksPath=/dev/null",
            "-c", "core.fsmonitor=false",
            "-c", "core.splitIndex=false",
            "-c", "core.safecrlf=false",
            "-c", "advice.addEmbeddedRepo=false");

    /** So many paths fit on a command line. */
    private static final int PATHS_AT_ONCE = 500;

    private final GitRepository repository;
    private final UserGit git;
    private final Scratch scratch;
    private final SnapshotRequest request;
    private final Map<String, String> aside;

    GitTree(GitRepository repository, UserGit git, Scratch scratch, SnapshotRequest request) {
        this.repository = repository;
        this.git = git;
        this.scratch = scratch;
        this.request = request;
        this.aside = new LinkedHashMap<>(scratch.variables());
        aside.put("GIT_INDEX_FILE", index().toString());
    }

    private Path index() {
        return scratch.path("index-of-git");
    }

    /** The tree's id. */
    String write() {
        try {
            copyIndex();
            boolean sparse = trustNoFlag();
            addAll(sparse);
            dropLinked();
            return git.answer(aside, List.of("write-tree")).strip();
        } catch (IOException e) {
            throw GitProblems.scratch(index(), e);
        }
    }

    /** The paths in which another tree differs from this one. */
    List<TreeDifference> differences(String tree, String other) {
        return TreeDifference.parse(git.answer(aside, List.of("diff-tree", "-r", "-z", "--no-renames", other, tree)));
    }

    /** Whether git sees edits in a submodule, which its commit does not have. */
    boolean hasEdits(String submodule) {
        try (GitRepository inner = GitRepository.at(resolved(submodule))) {
            return !git.in(inner)
                    .answer(Map.of(), List.of("status", "--porcelain", "--untracked-files=normal"))
                    .isBlank();
        }
    }

    /** The copy's time tells git which entries are too young to trust. */
    private void copyIndex() throws IOException {
        Path index = repository.jgit().getIndexFile().toPath();
        if (Files.exists(index)) {
            Files.copy(index, index(), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /**
     * Takes the flags away that would let git pass over edits: a snapshot holds what is on disk, whatever the user told
     * git not to look at.
     *
     * @return whether the checkout is sparse
     */
    private boolean trustNoFlag() {
        List<String> flagged = paths(git.answer(aside, List.of("ls-files", "-v", "-z")));
        take("--no-assume-unchanged", flagged, entry -> Character.isLowerCase(entry.charAt(0)));
        List<String> skipped = flagged.stream()
                .filter(entry -> Character.toUpperCase(entry.charAt(0)) == 'S')
                .toList();
        take("--no-skip-worktree", skipped, entry -> Files.exists(resolved(entry.substring(2))));
        return !skipped.isEmpty();
    }

    private void take(String flag, List<String> entries, Predicate<String> which) {
        List<String> paths =
                entries.stream().filter(which).map(entry -> entry.substring(2)).toList();
        for (int from = 0; from < paths.size(); from += PATHS_AT_ONCE) {
            List<String> words = new ArrayList<>(List.of("update-index", flag, "--"));
            words.addAll(paths.subList(from, Math.min(paths.size(), from + PATHS_AT_ONCE)));
            git.answer(aside, words);
        }
    }

    private void addAll(boolean sparse) throws IOException {
        List<String> without = Stream.of(request.linked().in(repository), linkedWorktrees(), excluded())
                .flatMap(List::stream)
                .toList();
        Path pathspecs = scratch.path("pathspecs");
        Files.writeString(pathspecs, String.join("\0", Pathspecs.allBut(without)));
        List<String> words = new ArrayList<>(QUIETLY);
        words.addAll(List.of("add", "--all"));
        if (sparse) {
            words.add("--sparse");
        }
        words.addAll(List.of("--pathspec-from-file=" + pathspecs, "--pathspec-file-nul"));
        git.answer(aside, words);
    }

    /** Worktrees of the repository that lie in it: no snapshot holds them. */
    private List<String> linkedWorktrees() {
        String before = "worktree " + repository.workTree() + "/";
        return git.answer(Map.of(), List.of("worktree", "list", "--porcelain"))
                .lines()
                .filter(line -> line.startsWith(before))
                .map(line -> line.substring(before.length()))
                .toList();
    }

    /** Untracked files that the setting {@code exclude} leaves out. */
    private List<String> excluded() {
        if (request.untracked().exclude().isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of("ls-files", "-z", "--others", "--ignored"));
        request.untracked().exclude().forEach(pattern -> words.add("--exclude=" + pattern));
        return paths(git.answer(Map.of(), words)).stream()
                .map(path -> path.replaceFirst("/$", ""))
                .toList();
    }

    /** What the user deleted under a link is still in the copy. */
    private void dropLinked() {
        List<String> linked = request.linked().in(repository);
        if (!linked.isEmpty()) {
            List<String> words =
                    new ArrayList<>(List.of("rm", "-r", "--cached", "--force", "--quiet", "--ignore-unmatch", "--"));
            words.addAll(Pathspecs.only(linked));
            git.answer(aside, words);
        }
    }

    private static List<String> paths(String list) {
        return Stream.of(list.split("\0")).filter(path -> !path.isEmpty()).toList();
    }

    private Path resolved(String path) {
        return ByteText.resolve(repository.workTree(), ByteText.encode(path));
    }
}
