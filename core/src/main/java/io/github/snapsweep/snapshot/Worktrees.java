package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The worktrees of snapshots: one for a commit, beside the repository, made under a temporary name and renamed when
 * whole, so that a folder with a worktree's name is always a whole worktree.
 */
public final class Worktrees {

    private static final Pattern VARIANT = Pattern.compile("[0-9a-f]+_([0-9a-f]+)(?:-\\d+)?");

    private final GitRepository repository;
    private final Host host;
    private final WorktreeFolder folder;
    private final WorktreeMaker maker;
    private final WorktreeRemoval removal;
    private final WorktreeCheck check;
    private final AbandonedWorktrees abandoned;

    /** The worktrees in a folder, where each that is locked is needed. */
    public Worktrees(GitRepository repository, Path folder, Host host) {
        this(repository, folder, host, Optional.of(launch -> true));
    }

    /**
     * The worktrees in a folder.
     *
     * @param folder where they are
     * @param launches tells of a locked one whether it is needed still, so that an idle one can be brought to another
     *     snapshot; empty when each snapshot is to have its own from scratch
     */
    public Worktrees(GitRepository repository, Path folder, Host host, Optional<LaunchLiveness> launches) {
        this.repository = repository;
        this.host = host;
        this.folder = new WorktreeFolder(repository, folder);
        this.maker = new WorktreeMaker(
                repository,
                this.folder,
                host,
                launches.map(live -> new WorktreeTakeover(repository, this.folder.path(), host, live)));
        this.removal = new WorktreeRemoval(this.folder, host);
        this.check = new WorktreeCheck(repository, host);
        this.abandoned = new AbandonedWorktrees(repository, this.folder, host);
    }

    /**
     * Makes sure, before anything else is made, that worktrees can be made in their folder. Nothing of it stays.
     *
     * @throws Problem when they cannot
     */
    public void requireWritable() {
        folder.requireWritable();
    }

    /**
     * Makes sure that the user is in none of these worktrees: a launch from there would go with it.
     *
     * @throws Problem when he is
     */
    public void requireLastingTree() {
        if (new WorktreeAdministration(repository.gitDirectory()).isMade()) {
            throw SnapshotProblems.inWorktree(repository.workTree(), WorktreeFolder.mainTree(repository));
        }
    }

    /** As {@link #obtain(Snapshot, LinkedPaths, Optional, String)}, for the snapshot alone. */
    public ObtainedWorktree obtain(Snapshot snapshot, LinkedPaths linked, Optional<String> launch) {
        return obtain(snapshot, linked, launch, "");
    }

    /**
     * The worktree of a snapshot: the one that is there, proved to hold nothing but the snapshot, or a new one.
     *
     * @param linked the output folders, which become links to the user's tree
     * @param launch the launch that needs it, which locks it; none when nobody does
     * @param variant a word for what else it is to hold, ignored by git, part of its name: worktrees of one snapshot that
     *     hold different things are different ones; empty for nothing else
     * @throws Problem when it cannot be made; nothing of it is left then
     */
    public ObtainedWorktree obtain(Snapshot snapshot, LinkedPaths linked, Optional<String> launch, String variant) {
        linked.in(repository); // a path that leaves the repository: nothing is made
        requireWritable();
        int number = 1;
        while (true) {
            String name = snapshot.shortCommit()
                    + (variant.isEmpty() ? "" : "_" + variant)
                    + (number == 1 ? "" : "-" + number);
            Path path = folder.path().resolve(name);
            try {
                abandoned.cleanUp();
                // first: what somebody makes meanwhile is found, now or in the next round
                boolean taken = isTaken(path);
                Optional<Worktree> found = find(path, snapshot, linked, launch);
                if (found.isPresent()) {
                    return new ObtainedWorktree(found.get(), false);
                }
                if (taken) {
                    number++;
                } else if (maker.make(path, snapshot, linked, launch)) {
                    Optional<Worktree> made = at(path); // without a launch somebody may have removed it by now
                    if (made.isPresent()) {
                        return new ObtainedWorktree(made.get(), true);
                    }
                }
            } catch (IOException e) {
                throw SnapshotProblems.worktreeFailed(path, e);
            } catch (UncheckedIOException e) {
                throw SnapshotProblems.worktreeFailed(path, Objects.requireNonNull(e.getCause()));
            }
        }
    }

    /**
     * Whether something is at a place, or git knows of another worktree that is to be there: of two it forgets one, see
     * git-worktree(1), be it the one that is there. One that is being made is waited for.
     */
    private boolean isTaken(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        for (WorktreeAdministration administration : WorktreeAdministration.all(repository)) {
            boolean another = WorktreeAdministration.ifThere(
                            () -> Optional.of(administration.worktree().equals(path)
                                    && !(administration.isOwn() && administration.isClaimed())))
                    .orElse(false);
            if (another) {
                return true;
            }
        }
        return false;
    }

    /** The variant in the name of a worktree that was obtained for one; empty when it was for none. */
    public static String variant(Path worktree) {
        Matcher name = VARIANT.matcher(String.valueOf(worktree.getFileName()));
        return name.matches() ? name.group(1) : "";
    }

    /**
     * The worktree at a path, for a launch that has used it before: locked for it again, with what its tasks have left
     * there.
     *
     * @return empty when it is gone, or holds another commit by now
     */
    public Optional<Worktree> keep(Path path, String commit, String launch) {
        try {
            Optional<Worktree> there =
                    at(path).filter(worktree -> worktree.commit().equals(commit));
            if (there.isEmpty()) {
                return Optional.empty();
            }
            WorktreeAdministration administration =
                    new WorktreeAdministration(there.get().administration());
            return WorktreeAdministration.ifThere(() -> administration.exclusively(() -> {
                if (!administration.isWholeAt(path, commit)) {
                    return Optional.empty(); // removed or taken over meanwhile
                }
                return locked(administration, launch);
            }));
        } catch (IOException e) {
            throw SnapshotProblems.worktreeFailed(path, e);
        }
    }

    /** The script that cleans up moves a worktree away and then looks at its lock; here it is the other way round. */
    private static Optional<Worktree> locked(WorktreeAdministration administration, String launch) throws IOException {
        administration.lock(launch);
        if (administration.isWhole()) {
            return Optional.of(administration.described());
        }
        administration.unlock(launch);
        return Optional.empty();
    }

    /**
     * Brings files of the user's tree to a worktree that was obtained for them; once, however many launches share it.
     *
     * @param project the project's folder in the repository; empty for its root
     * @return what is there of them, as it was copied
     * @throws Problem when that cannot be done
     */
    public List<CarriedPath> carry(Worktree worktree, CarriedFiles files, String project) {
        WorktreeAdministration administration = new WorktreeAdministration(worktree.administration());
        try {
            List<CarriedPath> before = administration.carried();
            if (!before.isEmpty()) {
                return before;
            }
            List<CarriedPath> carried = files.copy(worktree.path().resolve(project));
            administration.carried(carried);
            return carried;
        } catch (IOException e) {
            throw SnapshotProblems.worktreeFailed(worktree.path(), e);
        }
    }

    /** The worktrees that this tool made, by their paths. */
    public List<Worktree> list() {
        try {
            List<Worktree> all = new ArrayList<>();
            for (WorktreeAdministration administration : WorktreeAdministration.all(repository)) {
                WorktreeAdministration.ifThere(administration::wholeWorktree).ifPresent(all::add);
            }
            return all;
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(repository.workTree(), e);
        }
    }

    /** Those that are not in the {@link #list}, and need their commits all the same. */
    HiddenWorktrees hidden() {
        try {
            return HiddenWorktrees.of(repository, host);
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(repository.workTree(), e);
        }
    }

    /** Says that a launch needs the worktree no more. */
    public void release(Worktree worktree, String launch) {
        WorktreeAdministration administration = new WorktreeAdministration(worktree.administration());
        try {
            WorktreeAdministration.ifThere(() -> administration.exclusively(() -> {
                administration.unlock(launch);
                return Optional.of(launch);
            }));
        } catch (IOException e) {
            throw SnapshotProblems.worktreeFailed(worktree.path(), e);
        }
    }

    /** Whether nothing but the snapshot, its links and ignored files is in the worktree. */
    public boolean isClean(Worktree worktree) {
        try {
            return holdsOnlyItsSnapshot(worktree);
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(worktree.path(), e);
        }
    }

    /**
     * Removes a worktree that nobody has locked, whatever is in it; links are never followed.
     *
     * @return whether it is gone; false when a launch locked it meanwhile
     */
    public boolean remove(Worktree worktree) {
        return removal.remove(worktree, (administration, aside) -> true);
    }

    /**
     * The same, when nobody's work is in it at the last moment, out of reach of everybody.
     *
     * @return whether it is gone; else it is where it was
     */
    public boolean removeClean(Worktree worktree) {
        return removal.remove(worktree, check::holdsOnlyItsSnapshot);
    }

    private Optional<Worktree> find(Path path, Snapshot snapshot, LinkedPaths linked, Optional<String> launch)
            throws IOException {
        Optional<Worktree> there = at(path).filter(worktree -> worktree.commit().equals(snapshot.commit()))
                .filter(worktree -> !worktree.path().equals(repository.workTree())); // it cannot have links to itself
        if (there.isEmpty()) {
            return Optional.empty();
        }
        WorktreeAdministration administration =
                new WorktreeAdministration(there.get().administration());
        return WorktreeAdministration.ifThere(
                () -> administration.isOwn() && check.holdsOnlyItsSnapshot(administration, path)
                        ? taken(administration, path, snapshot, linked, launch)
                        : Optional.empty());
    }

    private Optional<Worktree> taken(
            WorktreeAdministration administration,
            Path path,
            Snapshot snapshot,
            LinkedPaths linked,
            Optional<String> launch)
            throws IOException {
        return administration.exclusively(() -> {
            if (!administration.isWholeAt(path, snapshot.commit())) {
                return Optional.empty(); // removed or taken over meanwhile
            }
            if (launch.isPresent() && locked(administration, launch.get()).isEmpty()) {
                return Optional.empty();
            }
            try {
                WorktreeLinks.make(repository, path, linked, administration);
            } catch (IOException | RuntimeException e) {
                if (launch.isPresent()) {
                    administration.unlock(launch.get());
                }
                throw e;
            }
            return Optional.of(administration.described());
        });
    }

    /** The worktree at a path, if this tool made it. */
    private Optional<Worktree> at(Path path) throws IOException {
        for (WorktreeAdministration administration : WorktreeAdministration.all(repository)) {
            Optional<Worktree> there = WorktreeAdministration.ifThere(administration::wholeWorktree)
                    .filter(worktree -> worktree.path().equals(path));
            if (there.isPresent()) {
                return there;
            }
        }
        return Optional.empty();
    }

    private boolean holdsOnlyItsSnapshot(Worktree worktree) throws IOException {
        return check.holdsOnlyItsSnapshot(new WorktreeAdministration(worktree.administration()), worktree.path());
    }

    /** Removes what died half made or half removed, and what git knows of worktrees that were deleted by hand. */
    public void tidy() {
        abandoned.tidy();
    }
}
