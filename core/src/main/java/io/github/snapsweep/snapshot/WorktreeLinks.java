package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.SnapshotProblems;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The links in a worktree that lead to the output folders in the user's tree. */
final class WorktreeLinks {

    private WorktreeLinks() {}

    /**
     * Makes the links, their targets and the parents of both; those that are there already stay.
     *
     * @param root the worktree's root, wherever it is just now
     * @param administration remembers them, before they are made
     */
    static void make(GitRepository repository, Path root, LinkedPaths linked, WorktreeAdministration administration)
            throws IOException {
        administration.remember(linked.in(repository));
        make(root, repository.relative(linked.project()), linked);
    }

    private static void make(Path root, String project, LinkedPaths linked) throws IOException {
        Map<Path, List<String>> names = new LinkedHashMap<>();
        for (Path path : linked.paths()) {
            Path link = root.resolve(project).resolve(path).normalize();
            Path target = linked.project().resolve(path);
            requireNoLinkAbove(root, link);
            if (Files.isRegularFile(target)) {
                throw SnapshotProblems.outputIsAFile(target);
            }
            Files.createDirectories(target);
            makeLink(link, target);
            names.computeIfAbsent(link.getParent(), parent -> new ArrayList<>())
                    .add(link.getFileName().toString());
        }
        for (Map.Entry<Path, List<String>> folder : names.entrySet()) {
            hide(folder.getKey(), folder.getValue());
        }
    }

    /** A link of the snapshot's own on the way would lead out of the worktree: nothing is made there. */
    private static void requireNoLinkAbove(Path root, Path link) {
        for (Path above = link.getParent(); above != null && !above.equals(root); above = above.getParent()) {
            if (Files.isSymbolicLink(above)) {
                throw SnapshotProblems.linkInTheWay(above);
            }
        }
    }

    private static void makeLink(Path link, Path target) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
            return;
        }
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            throw SnapshotProblems.linkInTheWay(link);
        }
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, target);
    }

    /**
     * Keeps git from taking the links for new files, so that {@code git status} is quiet there and {@code git worktree
     * remove} needs no force. A pattern such as {@code outputs/} in the project's own .gitignore does not match a link;
     * where the folder has no such file, one that ignores the links and itself is put there.
     */
    private static void hide(Path folder, List<String> links) throws IOException {
        Path ignore = folder.resolve(".gitignore");
        if (!Files.exists(ignore, LinkOption.NOFOLLOW_LINKS)) {
            Files.writeString(ignore, ignoring(links));
        }
    }

    private static String ignoring(List<String> links) {
        return "/.gitignore\n/" + String.join("\n/", links) + "\n";
    }

    /** Whether these untracked files are all of this class's making: what hides the links. */
    static boolean madeAll(Path root, List<String> untracked, List<String> links) throws IOException {
        for (String path : untracked) {
            Path file = root.resolve(path);
            if (!file.endsWith(".gitignore") || !isOurs(root, file, links)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOurs(Path root, Path ignore, List<String> links) throws IOException {
        List<String> here = links.stream()
                .map(root::resolve)
                .filter(link -> ignore.equals(link.resolveSibling(ignore.getFileName())))
                .map(link -> link.getFileName().toString())
                .toList();
        return Files.isRegularFile(ignore, LinkOption.NOFOLLOW_LINKS)
                && Files.readString(ignore).equals(ignoring(here));
    }

    /** Takes the links away, what hides them, and the folders that were made for them; what they lead to stays. */
    static void remove(Path root, List<String> links) throws IOException {
        for (String name : links) {
            Path link = root.resolve(name);
            Path ignore = link.resolveSibling(".gitignore");
            if (isOurs(root, ignore, links)) {
                Files.delete(ignore);
            }
            if (Files.isSymbolicLink(link)) {
                Files.delete(link);
            }
            deleteEmpty(link.resolveSibling(""), root);
        }
    }

    private static void deleteEmpty(Path folder, Path root) throws IOException {
        Path empty = folder;
        while (empty != null && !empty.equals(root)) {
            try {
                Files.deleteIfExists(empty);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
            empty = empty.getParent();
        }
    }
}
