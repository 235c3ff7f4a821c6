package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.GitIndex;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Brings an idle earlier worktree to another snapshot, so that only what differs is written: one that this tool made for a
 * launch, that none needs, and that is as it was made to the last file.
 */
final class WorktreeTakeover {

    private static final int TRIED = 3;

    private final GitRepository repository;
    private final Path folder;
    private final Host host;
    private final LaunchLiveness launches;

    /**
     * Prepares to take one.
     *
     * @param folder where the worktrees are
     * @param launches tells which worktrees are needed
     */
    WorktreeTakeover(GitRepository repository, Path folder, Host host, LaunchLiveness launches) {
        this.repository = repository;
        this.folder = folder;
        this.host = host;
        this.launches = launches;
    }

    /**
     * Takes the newest that may be taken.
     *
     * @param unfinished where it is while it is neither the old nor the new
     * @return its administration, claimed by this process; empty when there is none to take
     */
    Optional<WorktreeAdministration> take(Snapshot snapshot, Path path, Path unfinished) throws IOException {
        for (WorktreeAdministration idle : idle(snapshot)) {
            Optional<WorktreeAdministration> taken =
                    WorktreeAdministration.ifThere(() -> take(idle, snapshot, path, unfinished));
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    private List<WorktreeAdministration> idle(Snapshot snapshot) throws IOException {
        List<WorktreeAdministration> found = new ArrayList<>();
        for (WorktreeAdministration administration : WorktreeAdministration.all(repository)) {
            WorktreeAdministration.ifThere(() -> mayBeTaken(administration, snapshot)
                            ? Optional.of(administration)
                            : Optional.<WorktreeAdministration>empty())
                    .ifPresent(found::add);
        }
        found.sort(Comparator.comparing(WorktreeTakeover::written).reversed());
        return found.subList(0, Math.min(TRIED, found.size()));
    }

    private static FileTime written(WorktreeAdministration administration) {
        try {
            return Files.getLastModifiedTime(administration.index());
        } catch (IOException e) {
            return FileTime.fromMillis(0); // it goes meanwhile: the last to be tried
        }
    }

    private boolean mayBeTaken(WorktreeAdministration administration, Snapshot snapshot) throws IOException {
        Path root = administration.worktree();
        return administration.isWhole()
                && administration.wasLaunched()
                && administration.isOwn()
                && folder.equals(root.getParent())
                && isAtItsSnapshot(administration)
                && !administration.commit().equals(snapshot.commit())
                && !repository.workTree().startsWith(root)
                && isIdle(administration);
    }

    /** Worktrees are named for their commits: in one that is at another commit somebody else is at work. */
    private static boolean isAtItsSnapshot(WorktreeAdministration administration) throws IOException {
        return Worktree.isNamedFor(administration.worktree(), administration.commit());
    }

    private boolean isIdle(WorktreeAdministration administration) throws IOException {
        Optional<String> reason = administration.reason();
        List<String> needed = administration.launches();
        return reason.isEmpty() || (!needed.isEmpty() && needed.stream().noneMatch(launches::needs));
    }

    private Optional<WorktreeAdministration> take(
            WorktreeAdministration idle, Snapshot snapshot, Path path, Path unfinished) throws IOException {
        WorktreeCheck check = new WorktreeCheck(repository, host);
        Path root = idle.worktree();
        if (!check.isAsMade(idle, root)) {
            return Optional.empty();
        }
        List<String> needed = idle.launches();
        boolean claimed = idle.exclusively(() -> {
            if (!idle.isWhole() || !idle.launches().equals(needed) || !isIdle(idle)) {
                return false; // somebody was faster
            }
            idle.claimForALook(unfinished, host);
            return isMoved(idle, root, unfinished, needed);
        });
        if (!claimed) {
            return Optional.empty();
        }
        if (!check.isAsMade(idle, unfinished)) {
            idle.exclusively(() -> {
                idle.putBack(unfinished, needed);
                return true;
            });
            return Optional.empty();
        }
        idle.claim(unfinished, host);
        update(idle, snapshot, path, unfinished);
        return Optional.of(idle);
    }

    /** A job that cleans up after its launch takes no lock: it may have moved the worktree just now. */
    private static boolean isMoved(WorktreeAdministration idle, Path root, Path unfinished, List<String> needed)
            throws IOException {
        try {
            Files.move(root, unfinished, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException e) {
            idle.lockFor(needed);
            return false;
        } catch (IOException e) {
            idle.lockFor(needed);
            throw e;
        }
    }

    private void update(WorktreeAdministration taken, Snapshot snapshot, Path path, Path unfinished)
            throws IOException {
        try {
            WorktreeLinks.remove(unfinished, taken.links());
            GitIndex before = GitIndex.read(taken.index());
            new Checkout(repository, repository.workTree(), unfinished)
                    .update(ObjectId.fromString(snapshot.tree()), before, taken.index());
            taken.becomes(snapshot.commit(), path);
        } catch (IOException | RuntimeException e) {
            FileTrees.delete(unfinished);
            taken.delete();
            throw e;
        }
    }
}
