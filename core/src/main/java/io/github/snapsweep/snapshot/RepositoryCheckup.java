package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ObjectPack;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;

/** Looks over what this tool leaves in a repository and among temporary files: packs, locks, refs. */
public final class RepositoryCheckup {

    private static final Duration LONG_AGO = Duration.ofHours(1);

    private final GitRepository repository;
    private final Snapshots snapshots;
    private final Path worktrees;
    private final Host host;

    /**
     * Prepares to look.
     *
     * @param worktrees the folder of worktrees
     */
    public RepositoryCheckup(GitRepository repository, Snapshots snapshots, Path worktrees, Host host) {
        this.repository = repository;
        this.snapshots = snapshots;
        this.worktrees = worktrees;
        this.host = host;
    }

    /** What is wrong. Nothing is changed. */
    public List<Ailment> look() throws IOException {
        List<Ailment> found = new ArrayList<>();
        lookAtPacks(found);
        lookAtScratch(found);
        lookAtLocks(found);
        lookAtRefs(found);
        return found;
    }

    private void lookAtPacks(List<Ailment> found) throws IOException {
        for (Path left : UnfinishedWork.left(repository, host)) {
            found.add(Ailment.mendable(
                    left + " was left by a capture that died",
                    "it is removed, with the mark that keeps its pack from git gc",
                    () -> UnfinishedWork.take(repository, host, left)));
        }
        List<Path> atWork = new ArrayList<>();
        for (Path folder : UnfinishedWork.all(repository)) {
            try {
                ObjectPack.kept(folder).ifPresent(atWork::add);
            } catch (AccessDeniedException e) {
                return; // another user's: what it keeps cannot be told, so that no mark is known to be nobody's
            }
        }
        Path packs = repository.objects().resolve("pack");
        if (Files.isDirectory(packs)) {
            try (DirectoryStream<Path> marks = Files.newDirectoryStream(packs, "pack-*.keep")) {
                for (Path mark : marks) {
                    if (!atWork.contains(mark) && isOursAndOld(mark)) {
                        found.add(Ailment.mendable(
                                mark + " keeps a pack from git gc, and no capture needs that any more",
                                "it is removed; the pack stays",
                                () -> Files.deleteIfExists(mark)));
                    }
                }
            }
        }
    }

    private void lookAtScratch(List<Ailment> found) throws IOException {
        for (Path parent : List.of(worktrees, Scratch.shared())) {
            for (Path left : Scratch.left(parent, host)) {
                found.add(Ailment.mendable(
                        left + " was left by a diff, a verification or a dry run that died",
                        "it is removed",
                        () -> FileTrees.delete(left)));
            }
        }
    }

    /** Git takes such files for another git at work, for ever. Those of snapshots' refs nobody else takes. */
    private void lookAtLocks(List<Ailment> found) throws IOException {
        Path prefix = repository.commonDirectory().resolve(snapshots.prefix());
        Path parent = prefix.resolveSibling("");
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> locks = Files.newDirectoryStream(parent, prefix.getFileName() + "*.lock")) {
                for (Path lock : locks) {
                    if (isOld(lock)) {
                        found.add(Ailment.mendable(
                                lock + " was left by a process that died",
                                "it is removed",
                                () -> Files.deleteIfExists(lock)));
                    }
                }
            }
        }
        for (String name : List.of("packed-refs.lock", "HEAD.lock", "index.lock")) {
            Path lock = repository.commonDirectory().resolve(name);
            if (Files.exists(lock) && isOld(lock)) {
                found.add(Ailment.byHand(
                        lock + " is older than an hour: a git that died has left it, and no other can go on",
                        "when no git is at work:  rm " + lock));
            }
        }
    }

    private void lookAtRefs(List<Ailment> found) {
        for (Map.Entry<String, String> ref : snapshots.broken().entrySet()) {
            String what = "ref " + ref.getKey() + " points at " + ref.getValue() + ", which is not in the repository";
            found.add(
                    snapshots.isOurs(ref.getKey())
                            ? Ailment.mendable(
                                    what,
                                    "the ref is removed",
                                    () -> snapshots.deleteRef(ref.getKey(), ObjectId.fromString(ref.getValue())))
                            : Ailment.byHand(what, "fetch the commit, or:  git update-ref -d " + ref.getKey()));
        }
    }

    private static boolean isOursAndOld(Path mark) throws IOException {
        try {
            return ObjectPack.isOurs(mark) && isOld(mark);
        } catch (NoSuchFileException e) {
            return false; // its capture has ended
        }
    }

    private static boolean isOld(Path path) throws IOException {
        try {
            return Files.getLastModifiedTime(path).toInstant().plus(LONG_AGO).isBefore(Instant.now());
        } catch (NoSuchFileException e) {
            return false; // it goes just now
        }
    }
}
