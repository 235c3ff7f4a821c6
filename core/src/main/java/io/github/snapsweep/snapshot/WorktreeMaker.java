package io.github.snapsweep.snapshot;

import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/** Makes worktrees: under another name until they are whole, and from an idle earlier one where there is one. */
final class WorktreeMaker {

    private final GitRepository repository;
    private final WorktreeFolder folder;
    private final Host host;
    private final Optional<WorktreeTakeover> takeover;

    /**
     * Prepares to make them.
     *
     * @param takeover takes idle ones over; empty when each is to be made from scratch
     */
    WorktreeMaker(GitRepository repository, WorktreeFolder folder, Host host, Optional<WorktreeTakeover> takeover) {
        this.repository = repository;
        this.folder = folder;
        this.host = host;
        this.takeover = takeover;
    }

    /**
     * Makes the worktree of a snapshot, with its links.
     *
     * @param launch the launch that needs it, which locks it
     * @return false when somebody else was faster
     */
    boolean make(Path path, Snapshot snapshot, LinkedPaths linked, Optional<String> launch) throws IOException {
        Path unfinished = WorkClaim.aside(path);
        Optional<WorktreeAdministration> taken = launch.isPresent() && takeover.isPresent()
                ? takeover.get().take(snapshot, path, unfinished)
                : Optional.empty();
        WorktreeAdministration administration = taken.isPresent()
                ? taken.get()
                : WorktreeAdministration.make(repository, path, unfinished, snapshot.commit(), host);
        try {
            if (taken.isEmpty()) {
                checkOut(snapshot, unfinished, administration);
            }
            WorktreeLinks.make(repository, unfinished, linked, administration);
            return rename(unfinished, path, administration, launch);
        } catch (IOException | RuntimeException e) {
            if (isOursStill(path, unfinished, administration)) {
                FileTrees.delete(unfinished);
                administration.delete();
                folder.dropIfEmpty();
            }
            throw e;
        }
    }

    private void checkOut(Snapshot snapshot, Path unfinished, WorktreeAdministration administration)
            throws IOException {
        folder.make(unfinished);
        Files.writeString(unfinished.resolve(".git"), administration.pointer());
        new Checkout(repository, repository.workTree(), unfinished)
                .write(ObjectId.fromString(snapshot.tree()), administration.index());
    }

    private static boolean rename(
            Path unfinished, Path path, WorktreeAdministration administration, Optional<String> launch)
            throws IOException {
        if (!FileTrees.moveToNothing(unfinished, path)) {
            FileTrees.delete(unfinished);
            administration.delete();
            return false;
        }
        return WorktreeAdministration.ifThere(() -> Optional.of(administration.exclusively(() -> {
                    if (launch.isPresent()) {
                        administration.lock(launch.get());
                    } else {
                        administration.unlock("");
                    }
                    return true;
                })))
                .orElse(false); // somebody used it, had it removed: all since it has its name
    }

    /** One that has its name by now, but not its lock, is taken back, unless somebody uses it already. */
    private static boolean isOursStill(Path path, Path unfinished, WorktreeAdministration administration)
            throws IOException {
        if (Files.exists(unfinished) || !administration.isWhole()) {
            return true;
        }
        return administration.exclusively(() -> {
            if (administration.isClaimed()) {
                Files.move(path, unfinished, StandardCopyOption.ATOMIC_MOVE);
                return true;
            }
            return false;
        });
    }
}
