package io.github.snapsweep.snapshot;

import io.github.snapsweep.file.SharedFolders;
import io.github.snapsweep.git.Durability;
import io.github.snapsweep.git.ObjectPack;
import io.github.snapsweep.git.SharedPermissions;
import io.github.snapsweep.problem.GitProblems;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.process.WorkName;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A folder for what is needed for a while only. Objects that are written there are read together with the repository's
 * own, see GIT_OBJECT_DIRECTORY in git(1). It is removed in the end.
 */
public final class Scratch implements AutoCloseable {

    private static final String PREFIX = ".snapsweep-";
    private static final FileAttribute<?> OWNERS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final GitRepository repository;
    private final Path folder;
    private final boolean madeParent;

    private Scratch(GitRepository repository, Path folder, boolean madeParent) {
        this.repository = repository;
        this.folder = folder;
        this.madeParent = madeParent;
    }

    /**
     * One among the machine's temporary files.
     *
     * @throws Problem when nothing can be written there
     */
    public static Scratch in(GitRepository repository, Host host) {
        return make(repository, shared(), host);
    }

    /**
     * One with room for a whole checkout: where the worktrees are, unless that is in the work tree, where it would be
     * captured.
     *
     * @throws Problem when nothing can be written there
     */
    public static Scratch beside(Path worktrees, GitRepository repository, Host host) {
        return worktrees.toAbsolutePath().normalize().startsWith(repository.workTree())
                ? in(repository, host)
                : make(repository, worktrees, host);
    }

    /** Where the machine's temporary files are. */
    static Path shared() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static Scratch make(GitRepository repository, Path parent, Host host) {
        try {
            boolean made = !Files.exists(parent);
            for (Path left : left(parent, host)) {
                FileTrees.delete(left);
            }
            Path folder = folder(parent, host);
            Files.createDirectory(folder.resolve("objects"));
            return new Scratch(repository, folder, made);
        } catch (IOException e) {
            throw GitProblems.scratch(parent, e);
        }
    }

    /** A folder of this process alone. */
    static Path folder(Path parent, Host host) throws IOException {
        return SharedFolders.BY_UMASK.in(
                parent, () -> Files.createDirectory(parent.resolve(PREFIX + WorkName.next(host)), OWNERS_ALONE));
    }

    /** What processes of this host left in a folder that died. */
    static List<Path> left(Path parent, Host host) throws IOException {
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (WorkName.isLeft(folder, PREFIX, host)) {
                    left.add(folder);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return left; // there are none, or the last goes just now
        }
        return left;
    }

    /** A place in the folder. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    Path objects() {
        return folder.resolve("objects");
    }

    /**
     * Captures what is on disk, with all objects here. Of submodules with edits, the commits are made up only.
     *
     * @throws Problem as {@link Snapshots#create} does
     */
    CapturedTree capture(SnapshotRequest request) {
        Instant now = request.host().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        try (ObjectPack pack = new ObjectPack(path("pack"));
                SubmoduleSnapshots edits = new SubmoduleSnapshots(request, now)) {
            Submodules submodules = new Submodules(repository, request.untracked(), request.host(), null, edits);
            CapturedTree captured = new WorkTreeCapture(repository, request.linked(), request.untracked(), submodules)
                    .take(repository.head(), pack);
            pack.publish(objects(), SharedPermissions.of(null), Durability.NONE);
            return captured;
        } catch (IOException e) {
            throw GitProblems.scratch(folder, e);
        }
    }

    /** What makes git write objects here, and find them. */
    Map<String, String> variables() {
        return Map.of(
                "GIT_OBJECT_DIRECTORY", objects().toString(),
                "GIT_ALTERNATE_OBJECT_DIRECTORIES", quoted(repository.objects().toString()));
    }

    /** A list of paths, in which a colon would begin the next: git(1) knows quotes there. */
    private static String quoted(String path) {
        boolean plain = path.indexOf(':') < 0 && path.indexOf('"') < 0;
        return plain ? path : '"' + path.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public void close() {
        try {
            FileTrees.delete(folder);
            if (madeParent) {
                Files.delete(folder.resolveSibling(""));
            }
        } catch (DirectoryNotEmptyException e) {
            return; // a worktree was made meanwhile
        } catch (IOException e) {
            throw GitProblems.scratch(folder, e);
        }
    }
}
