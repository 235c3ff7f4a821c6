package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SnapshotProblems;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Files of the user's tree that git ignores and that a worktree is to have all the same: what a build has made, data. Links
 * are copied as links, and never followed.
 */
public final class CarriedFiles {

    private static final int TRIES = 3;

    private final Path project;
    private final List<Path> paths;
    private final List<List<Item>> items = new ArrayList<>();

    /**
     * Looks at what is there.
     *
     * @param project the project's folder in the user's tree
     * @param paths files and folders, relative to it
     * @throws Problem when one is not there, leaves the project by a link, or holds what is neither file nor link
     */
    public CarriedFiles(Path project, List<Path> paths) {
        this.project = project.toAbsolutePath().normalize();
        this.paths = List.copyOf(paths);
        for (Path path : this.paths) {
            items.add(look(path));
        }
    }

    /** A word for what is there, which changes with any of it; empty when nothing is to be carried. */
    public String key() {
        if (paths.isEmpty()) {
            return "";
        }
        MessageDigest digest = Sha256.begun();
        items.forEach(each -> each.forEach(item -> digest.update(item.seen().getBytes(StandardCharsets.UTF_8))));
        return Sha256.of(digest);
    }

    private List<Item> look(Path path) {
        Path start = project.resolve(path);
        try {
            if (!Files.exists(start, LinkOption.NOFOLLOW_LINKS)) {
                throw SnapshotProblems.nothingToCarry(path);
            }
            if (!start.resolveSibling("").toRealPath().startsWith(project.toRealPath())) {
                throw SnapshotProblems.carriedFromElsewhere(path);
            }
            List<Item> found = new ArrayList<>();
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return folder.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isOther()) {
                        throw SnapshotProblems.carriedSpecial(project.relativize(file));
                    }
                    found.add(Item.of(project.relativize(file), file, attributes));
                    return FileVisitResult.CONTINUE;
                }
            });
            Collections.sort(found);
            return found;
        } catch (IOException e) {
            throw SnapshotProblems.carryFailed(path, e);
        }
    }

    /**
     * Copies what the worktree does not have.
     *
     * @param there the project's folder in the worktree
     * @throws Problem when a path has nothing that the snapshot has not, or a file changes all the time
     */
    List<CarriedPath> copy(Path there) throws IOException {
        List<CarriedPath> carried = new ArrayList<>();
        for (int each = 0; each < paths.size(); each++) {
            carried.add(copy(paths.get(each), items.get(each), there));
        }
        return carried;
    }

    private CarriedPath copy(Path path, List<Item> files, Path there) throws IOException {
        MessageDigest all = Sha256.begun();
        int count = 0;
        long bytes = 0;
        for (Item item : files) {
            Path to = there.resolve(item.path());
            if (isThere(to, there)) {
                continue; // the snapshot has it, or it is one of the linked folders
            }
            String content = copy(item, to);
            all.update((item.path() + "\0" + item.mode() + "\0" + content + "\n").getBytes(StandardCharsets.UTF_8));
            count++;
            bytes += item.size();
        }
        if (count == 0) {
            throw SnapshotProblems.carriedAlready(path);
        }
        return new CarriedPath(path.toString(), count, bytes, Sha256.of(all));
    }

    private static boolean isThere(Path file, Path root) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        Path folder = file.getParent();
        while (folder != null && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            folder = folder.getParent();
        }
        return folder == null || !folder.toRealPath().startsWith(root.toRealPath());
    }

    /** Appears whole, whoever else copies it at the same time. */
    private String copy(Item item, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling(""));
        Path unfinished = to.resolveSibling(".snapsweep-" + UUID.randomUUID());
        try {
            String digest = item.isLink() ? copyLink(item, unfinished) : copyFile(item, unfinished);
            Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
            return digest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static String copyLink(Item item, Path to) throws IOException {
        Files.createSymbolicLink(to, item.target());
        return item.target().toString();
    }

    private String copyFile(Item item, Path to) throws IOException {
        Path from = project.resolve(item.path());
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            BasicFileAttributes before = attributes(from);
            String digest;
            try (OutputStream out = Files.newOutputStream(to)) {
                digest = Sha256.copied(from, out);
            }
            BasicFileAttributes after = attributes(from);
            if (before.size() == after.size() && before.lastModifiedTime().equals(after.lastModifiedTime())) {
                Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from, LinkOption.NOFOLLOW_LINKS));
                Files.setLastModifiedTime(to, before.lastModifiedTime());
                return digest;
            }
        }
        throw SnapshotProblems.carriedChanges(item.path());
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * A file or a link.
     *
     * @param path relative to the project
     * @param mode as {@code ls} shows it
     * @param target where a link leads to; its own path for a file
     * @param modified its time, in nanoseconds as far as they are known
     */
    private record Item(Path path, String mode, Path target, long size, String modified) implements Comparable<Item> {

        static Item of(Path path, Path file, BasicFileAttributes attributes) throws IOException {
            boolean link = attributes.isSymbolicLink();
            return new Item(
                    path,
                    link ? "link" : mode(file),
                    link ? Files.readSymbolicLink(file) : path,
                    link ? 0 : attributes.size(),
                    link ? "" : attributes.lastModifiedTime().toInstant().toString());
        }

        private static String mode(Path file) throws IOException {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
        }

        boolean isLink() {
            return mode.equals("link");
        }

        String seen() {
            return String.join("\0", path.toString(), mode, target.toString(), Long.toString(size), modified) + "\n";
        }

        @Override
        public int compareTo(Item other) {
            return path.compareTo(other.path);
        }
    }
}
