package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The worktrees of snapshots: one for a commit, beside the repository, made under a temporary name and renamed when
 * whole, so that a folder with a worktree's name is always a whole worktree.
 */
public final class Worktrees {

    private static final Pattern VARIANT = Pattern.compile("[0-9a-f]+_([0-9a-f]+)(?:-\\d+)?");

    private final GitRepository repository;
    private final Path folder;
    private final Host host;
    private final Optional<WorktreeTakeover> takeover;

    /** Whether the folder is this one's work. */
    private boolean madeFolder;

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
        this.folder = folder.toAbsolutePath().normalize();
        this.host = host;
        this.takeover = launches.map(live -> new WorktreeTakeover(repository, this.folder, host, live));
    }

    /** The folder for worktrees when no setting names one: {@code <repository>.worktrees}, beside the main work tree. */
    public static Path defaultFolder(GitRepository repository) {
        Path common = repository.commonDirectory();
        Path main = common.endsWith(".git") ? common.resolveSibling("").normalize() : common;
        return main.resolveSibling(main.getFileName() + ".worktrees");
    }

    /**
     * Makes sure, before anything else is made, that the folder can be written to, or made. Nothing of it stays.
     *
     * @throws Problem when it cannot
     */
    public void requireWritable() {
        try {
            if (realPlace(folder.toAbsolutePath().normalize())
                    .startsWith(repository.commonDirectory().toRealPath())) {
                throw SnapshotProblems.worktreesInGit(folder);
            }
            FileTrees.requireWritable(folder);
        } catch (IOException e) {
            throw SnapshotProblems.worktreeFolder(folder, e);
        }
    }

    /** Where a folder is, or would be, links followed. */
    private static Path realPlace(Path folder) throws IOException {
        Path parent = folder.getParent();
        return parent == null || Files.exists(folder)
                ? folder.toRealPath()
                : realPlace(parent).resolve(folder.getFileName());
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
            Path path = folder.resolve(name);
            try {
                cleanUp();
                Optional<Worktree> found = find(path, snapshot, linked, launch);
                if (found.isPresent()) {
                    return new ObtainedWorktree(found.get(), false);
                }
                if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                    number++;
                } else if (make(path, snapshot, linked, launch)) {
                    Worktree made = at(path).orElseThrow(() -> new IOException(path + " vanished"));
                    return new ObtainedWorktree(made, true);
                }
            } catch (IOException e) {
                throw SnapshotProblems.worktreeFailed(path, e);
            } catch (UncheckedIOException e) {
                throw SnapshotProblems.worktreeFailed(path, Objects.requireNonNull(e.getCause()));
            }
        }
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
                if (!administration.isWhole()) {
                    return Optional.empty(); // removed meanwhile
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
            return Optional.of(worktree(administration));
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
                WorktreeAdministration.ifThere(() -> whole(administration)).ifPresent(all::add);
            }
            return all;
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(repository.workTree(), e);
        }
    }

    /** Says that a launch needs the worktree no more. */
    public void release(Worktree worktree, String launch) {
        WorktreeAdministration administration = new WorktreeAdministration(worktree.administration());
        try {
            administration.exclusively(() -> {
                administration.unlock(launch);
                return launch;
            });
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
        return remove(worktree, doomed -> true);
    }

    /**
     * The same, when nobody's work is in it at the last moment, out of reach of everybody.
     *
     * @return whether it is gone; else it is where it was
     */
    public boolean removeClean(Worktree worktree) {
        WorktreeAdministration administration = new WorktreeAdministration(worktree.administration());
        return remove(
                worktree, doomed -> new WorktreeCheck(repository, host).holdsOnlyItsSnapshot(administration, doomed));
    }

    private boolean remove(Worktree worktree, Doom doom) {
        WorktreeAdministration administration = new WorktreeAdministration(worktree.administration());
        Path doomed = unfinished(worktree.path());
        try {
            boolean taken = WorktreeAdministration.ifThere(
                            () -> Optional.of(administration.exclusively(() -> take(administration, worktree, doomed))))
                    .orElse(false);
            if (!taken) {
                return false;
            }
            if (!doom.isSure(doomed)) {
                administration.exclusively(() -> {
                    Files.move(doomed, worktree.path(), StandardCopyOption.ATOMIC_MOVE);
                    administration.unlock("");
                    return true;
                });
                return false;
            }
            FileTrees.delete(doomed);
            administration.delete();
            dropFoldersIfEmpty(worktree.path());
            return true;
        } catch (IOException e) {
            throw SnapshotProblems.worktreeNotRemoved(worktree.path(), e);
        }
    }

    private boolean take(WorktreeAdministration administration, Worktree worktree, Path doomed) throws IOException {
        if (administration.reason().isPresent() || !administration.isWhole()) {
            return false;
        }
        administration.claim(doomed, host);
        try {
            Files.move(worktree.path(), doomed, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            administration.unlock("");
            throw e;
        }
        return true;
    }

    /** A last look at a worktree that is about to go. */
    @FunctionalInterface
    private interface Doom {
        boolean isSure(Path doomed) throws IOException;
    }

    private Optional<Worktree> find(Path path, Snapshot snapshot, LinkedPaths linked, Optional<String> launch)
            throws IOException {
        Optional<Worktree> there = at(path).filter(worktree -> worktree.commit().equals(snapshot.commit()));
        if (there.isEmpty() || !holdsOnlyItsSnapshot(there.get())) {
            return Optional.empty();
        }
        WorktreeAdministration administration =
                new WorktreeAdministration(there.get().administration());
        return WorktreeAdministration.ifThere(() -> administration.exclusively(() -> {
            if (!administration.isWhole()) {
                return Optional.empty(); // removed meanwhile
            }
            if (launch.isPresent() && locked(administration, launch.get()).isEmpty()) {
                return Optional.empty();
            }
            link(path, linked, administration);
            return Optional.of(worktree(administration));
        }));
    }

    /** The worktree at a path, if this tool made it. */
    private Optional<Worktree> at(Path path) throws IOException {
        for (WorktreeAdministration administration : WorktreeAdministration.all(repository)) {
            Optional<Worktree> there = WorktreeAdministration.ifThere(() -> whole(administration))
                    .filter(worktree -> worktree.path().equals(path));
            if (there.isPresent()) {
                return there;
            }
        }
        return Optional.empty();
    }

    private static Optional<Worktree> whole(WorktreeAdministration administration) throws IOException {
        return administration.isWhole() ? Optional.of(worktree(administration)) : Optional.empty();
    }

    private static Worktree worktree(WorktreeAdministration administration) throws IOException {
        return new Worktree(
                administration.worktree(), administration.commit(), administration.folder(), administration.launches());
    }

    private boolean holdsOnlyItsSnapshot(Worktree worktree) throws IOException {
        return new WorktreeCheck(repository, host)
                .holdsOnlyItsSnapshot(new WorktreeAdministration(worktree.administration()), worktree.path());
    }

    private void link(Path root, LinkedPaths linked, WorktreeAdministration administration) throws IOException {
        administration.remember(linked.in(repository));
        WorktreeLinks.make(root, repository.relative(linked.project()), linked);
    }

    /** Makes the worktree; false when somebody else was faster. */
    private boolean make(Path path, Snapshot snapshot, LinkedPaths linked, Optional<String> launch) throws IOException {
        Path unfinished = unfinished(path);
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
            link(unfinished, linked, administration);
            return rename(unfinished, path, administration, launch);
        } catch (IOException | RuntimeException e) {
            if (isOursStill(path, unfinished, administration)) {
                FileTrees.delete(unfinished);
                administration.delete();
                dropFolderIfEmpty();
            }
            throw e;
        }
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

    private void checkOut(Snapshot snapshot, Path unfinished, WorktreeAdministration administration)
            throws IOException {
        madeFolder |= !Files.exists(folder);
        Files.createDirectories(unfinished);
        Files.writeString(unfinished.resolve(".git"), administration.pointer());
        new Checkout(repository, repository.workTree(), unfinished)
                .write(ObjectId.fromString(snapshot.tree()), administration.index());
    }

    /** Where one was, below the folder too: each rerun has a folder of its own. */
    private void dropFoldersIfEmpty(Path worktree) {
        Path parent = worktree.getParent();
        if (parent != null && !parent.equals(folder) && parent.startsWith(folder)) {
            dropIfEmpty(parent);
        }
        dropFolderIfEmpty();
    }

    /** The folder beside the repository is there for worktrees alone; one that a setting names, if it was made for one. */
    private void dropFolderIfEmpty() {
        if (madeFolder || folder.equals(defaultFolder(repository))) {
            dropIfEmpty(folder);
        }
    }

    private static void dropIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            return; // it holds other worktrees
        }
    }

    private static boolean rename(
            Path unfinished, Path path, WorktreeAdministration administration, Optional<String> launch)
            throws IOException {
        try {
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(path)) {
                throw e;
            }
            FileTrees.delete(unfinished);
            administration.delete();
            return false;
        }
        return administration.exclusively(() -> {
            if (launch.isPresent()) {
                administration.lock(launch.get());
            } else {
                administration.unlock("");
            }
            return true;
        });
    }

    /** Removes what died half made or half removed, and what git knows of worktrees that were deleted by hand. */
    public void tidy() {
        try {
            cleanUp();
        } catch (IOException e) {
            throw SnapshotProblems.unreadableRepository(repository.workTree(), e);
        }
    }

    private void cleanUp() throws IOException {
        UnfinishedPacks.cleanUp(repository, host);
        for (WorktreeAdministration administration : WorktreeAdministration.all(repository)) {
            WorktreeAdministration.ifThere(() -> cleanUp(administration));
        }
    }

    private Optional<Path> cleanUp(WorktreeAdministration administration) throws IOException {
        Optional<Path> abandoned = administration.abandoned(host);
        if (abandoned.isPresent()) {
            FileTrees.delete(abandoned.get());
            if (administration.isWhole()) {
                administration.unlock("");
            } else {
                administration.delete();
                dropFoldersIfEmpty(abandoned.get());
            }
        } else if (administration.reason().isEmpty() && !administration.isPlaced()) {
            administration.delete(); // deleted by hand: as git worktree prune does
            dropFolderIfEmpty();
        }
        return abandoned;
    }

    /** Beside it, so that it can be moved there at once. */
    private static Path unfinished(Path path) {
        return WorktreeAdministration.unfinished(path.resolveSibling(""), path);
    }
}
