package io.github.snapsweep.snapshot;

import io.github.snapsweep.file.ReplacedFile;
import io.github.snapsweep.file.SharedFolders;
import io.github.snapsweep.process.Host;
import io.github.snapsweep.process.ThisUser;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Git's own folder for a linked worktree, {@code .git/worktrees/<id>}: see gitrepository-layout(5). A file {@code
 * snapsweep} in it tells that this tool made it; its lock's reason names the launches that need the worktree.
 *
 * @param folder the folder itself
 */
record WorktreeAdministration(Path folder) {

    /** What a worktree's {@code .git} file begins with. */
    static final String POINTER = "gitdir: ";

    private static final String MARKER = "snapsweep";
    private static final String LOCK = "locked";
    private static final String LINKS = "snapsweep-links";
    private static final String LAUNCHED = "snapsweep-launched";
    private static final String CARRIED = "snapsweep-carried";

    /** Written by the script of a build, once it has ended well. */
    private static final String BUILT = "snapsweep-built";

    private static final String BY_HAND = "by hand, without a reason";

    /** A file's lock is the whole process's: it does not keep its threads apart. */
    private static final Object IN_PROCESS = new Object();

    /**
     * Makes the folder: elsewhere, so that it is there whole and locked, and no {@code git worktree prune} takes it away. Its
     * name is never that of an earlier one: who found that one to be gone deletes no other.
     *
     * @param worktree where the worktree will be
     * @param unfinished where it is being made
     */
    static WorktreeAdministration make(
            GitRepository repository, Path worktree, Path unfinished, String commit, Host host) throws IOException {
        Path own = UnfinishedWork.ownFolder(repository, host);
        Path parent = repository.commonDirectory().resolve("worktrees");
        String unique = UUID.randomUUID().toString().substring(0, 8);
        Path folder = parent.resolve(worktree.getFileName() + "-" + unique);
        try {
            Files.createDirectories(own);
            new WorktreeAdministration(own).write(worktree, unfinished, commit, host);
            new SharedFolders(repository.permissions()::share)
                    .in(parent, () -> Files.move(own, folder, StandardCopyOption.ATOMIC_MOVE));
            return new WorktreeAdministration(folder);
        } catch (IOException e) {
            FileTrees.delete(own);
            throw e;
        }
    }

    private void write(Path worktree, Path unfinished, String commit, Host host) throws IOException {
        claim(unfinished, host);
        write(MARKER, Version.current());
        write("commondir", "../..");
        write("HEAD", commit);
        write("gitdir", worktree.resolve(".git").toString());
    }

    /** All folders of worktrees that this tool made in a repository. */
    static List<WorktreeAdministration> all(GitRepository repository) throws IOException {
        return folders(repository).stream()
                .map(WorktreeAdministration::new)
                .filter(WorktreeAdministration::isMade)
                .toList();
    }

    /** All folders of worktrees, made by whomever. */
    static List<Path> folders(GitRepository repository) throws IOException {
        try (var folders = Files.list(repository.commonDirectory().resolve("worktrees"))) {
            return folders.filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of(); // there is none, or git has removed the last
        }
    }

    /** Whether this tool made it. */
    boolean isMade() {
        return Files.isRegularFile(folder.resolve(MARKER)); // in the repository itself a folder is called so
    }

    /** Why its commit is needed although its worktree is not {@link #isWhole to be seen}; empty when it is not. */
    Optional<String> hidden(Host host) throws IOException {
        if (!isMade() || isWhole()) {
            return Optional.empty();
        }
        if (isClaimed()) {
            return abandoned(host).isPresent()
                    ? Optional.empty()
                    : Optional.of("a worktree of it is just being made or removed: " + worktree());
        }
        return isOwn() || Files.notExists(worktree())
                ? Optional.empty()
                : Optional.of("its worktree " + worktree() + " is another user's, who lets nobody in");
    }

    /** Whether it is this user's own: what others have made in a shared repository is not his to change. */
    boolean isOwn() throws IOException {
        return ThisUser.owns(folder);
    }

    /** Takes it away, what it is known by last: one that is half gone is still told from others. */
    void delete() throws IOException {
        FileTrees.delete(folder, name -> name.equals(MARKER) ? 2 : name.equals(LOCK) ? 1 : 0);
    }

    /** Where its worktree is to be. */
    Path worktree() throws IOException {
        return Path.of(read("gitdir")).resolveSibling("").normalize();
    }

    String commit() throws IOException {
        return read("HEAD");
    }

    Path index() {
        return folder.resolve("index");
    }

    /** The links to the user's folders that were made in the worktree, relative to its root. */
    List<String> links() throws IOException {
        return Files.exists(folder.resolve(LINKS)) ? read(LINKS).lines().toList() : List.of();
    }

    /** Remembers links, before they are made. */
    void remember(List<String> links) throws IOException {
        Set<String> all = new LinkedHashSet<>(links());
        all.addAll(links);
        write(LINKS, String.join("\n", all));
    }

    /** What was brought to the worktree beside its snapshot; empty before all of it is there. */
    List<CarriedPath> carried() throws IOException {
        return Files.exists(folder.resolve(CARRIED))
                ? read(CARRIED)
                        .lines()
                        .map(CarriedPath::parse)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    /** Remembers what was brought, once all of it is there. */
    void carried(List<CarriedPath> paths) throws IOException {
        write(CARRIED, paths.stream().map(CarriedPath::line).collect(Collectors.joining("\n")));
    }

    /** What the worktree's {@code .git} file holds. */
    String pointer() {
        return POINTER + folder + "\n";
    }

    /** Whether the worktree is where it should be, and points back here. */
    boolean isWhole() throws IOException {
        if (!Files.exists(folder.resolve("HEAD")) || !Files.exists(folder.resolve("gitdir"))) {
            return false; // half made, or half removed
        }
        Path pointer = worktree().resolve(".git");
        return Files.isRegularFile(pointer) && Files.readString(pointer).equals(pointer());
    }

    /** The worktree, when it is whole. */
    Optional<Worktree> wholeWorktree() throws IOException {
        return isWhole() ? Optional.of(described()) : Optional.empty();
    }

    /** Whether the worktree is whole, and that one. */
    boolean isWholeAt(Path path, String commit) throws IOException {
        return wholeWorktree()
                .filter(there -> there.path().equals(path) && there.commit().equals(commit))
                .isPresent();
    }

    /** What is known of the worktree here. */
    Worktree described() throws IOException {
        return new Worktree(worktree(), commit(), folder, launches());
    }

    /** Whether there is anything where its worktree should be, or beside it, where somebody has it at work. */
    boolean isPlaced() throws IOException {
        if (!Files.exists(folder.resolve("gitdir"))) {
            return false;
        }
        Path worktree = worktree();
        return Files.exists(worktree) ? !isAnother(worktree) : isAside(worktree);
    }

    /** Whether the worktree at the place was made after this one had been deleted by hand. */
    private boolean isAnother(Path worktree) throws IOException {
        Path pointer = worktree.resolve(".git");
        String text = Files.isRegularFile(pointer) ? Files.readString(pointer) : "";
        return text.startsWith(POINTER + folder.resolveSibling("") + "/") && !text.equals(pointer());
    }

    private static boolean isAside(Path worktree) throws IOException {
        Path parent = worktree.resolveSibling("");
        try (DirectoryStream<Path> all = Files.newDirectoryStream(parent, path -> WorkClaim.isAside(path, worktree))) {
            return all.iterator().hasNext();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Whether a launch ever needed the worktree; else somebody asked for it by hand. */
    boolean wasLaunched() {
        return Files.exists(folder.resolve(LAUNCHED));
    }

    /** The launches that need the worktree, and what its user wrote; empty when it is not locked. */
    List<String> launches() throws IOException {
        return reason().filter(reason -> WorkClaim.parse(reason).isEmpty()).stream()
                .map(reason -> reason.isEmpty() ? BY_HAND : reason)
                .flatMap(String::lines)
                .toList();
    }

    /** The lock's reason, if it is locked. */
    Optional<String> reason() throws IOException {
        return Files.exists(folder.resolve(LOCK)) ? Optional.of(read(LOCK)) : Optional.empty();
    }

    /** Whether a process is at work on it, or was when it died. */
    boolean isClaimed() throws IOException {
        return claim().isPresent();
    }

    /** What that process says of itself. */
    Optional<WorkClaim> claim() throws IOException {
        return reason().flatMap(WorkClaim::parse);
    }

    /** Says that its worktree is somewhere, and the worktree that this is its administration. */
    void isNowAt(Path root) throws IOException {
        write("gitdir", root.resolve(".git").toString());
        Path unfinished = root.resolve(".git.new");
        Files.writeString(unfinished, pointer());
        Files.move(unfinished, root.resolve(".git"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The word of a process that died over it, if one did: the folder that it worked in is named as such. */
    Optional<WorkClaim> abandoned(Host host) throws IOException {
        Optional<WorkClaim> claim = claim();
        if (claim.isEmpty()) {
            return Optional.empty();
        }
        Instant then = Files.getLastModifiedTime(folder.resolve(LOCK)).toInstant();
        return claim.filter(word -> word.isAside() && word.isDead(host, then));
    }

    /** Adds a launch to the lock's reason. */
    void lock(String launch) throws IOException {
        List<String> lines = new ArrayList<>(launches());
        if (!lines.contains(launch)) {
            lines.add(launch);
        }
        write(LAUNCHED, launch);
        write(LOCK, String.join("\n", lines));
    }

    /** Locks it for these launches, or for nobody. */
    void lockFor(List<String> launches) throws IOException {
        if (launches.isEmpty()) {
            Files.deleteIfExists(folder.resolve(LOCK));
        } else {
            write(LOCK, String.join("\n", launches));
        }
    }

    /** Makes it the administration of another worktree, which has no links yet, and nothing beside its commit. */
    void becomes(String commit, Path worktree) throws IOException {
        Files.deleteIfExists(folder.resolve(CARRIED));
        Files.deleteIfExists(folder.resolve(BUILT));
        write("HEAD", commit);
        write(LINKS, "");
        write("gitdir", worktree.resolve(".git").toString());
    }

    /** Takes a launch out of the lock's reason, and the lock away with the last. */
    void unlock(String launch) throws IOException {
        List<String> lines = new ArrayList<>(launches());
        lines.remove(launch);
        lockFor(lines);
    }

    /** Says that this process works on it, in a folder that may be deleted if the process dies. */
    void claim(Path unfinished, Host host) throws IOException {
        write(LOCK, WorkClaim.ofThisProcess(unfinished, host, false).text());
    }

    /** Says that this process looks it over, in a folder that is put back if the process dies. */
    void claimForALook(Path aside, Host host) throws IOException {
        write(LOCK, WorkClaim.ofThisProcess(aside, host, true).text());
    }

    /**
     * Puts a worktree back that was aside, and locks it for those who had it locked: under another name when somebody has
     * made one in its place meanwhile. Whatever becomes of that, nobody takes it for his to delete any more.
     */
    void putBack(Path aside, List<String> launches) throws IOException {
        Path place = worktree();
        for (int number = 2; !FileTrees.moveToNothing(aside, place); number++) {
            place = worktree().resolveSibling(worktree().getFileName() + "-" + number);
        }
        if (!place.equals(worktree())) {
            isNowAt(place);
        }
        lockFor(launches);
    }

    /** Runs a step that no other process or thread of this tool may run at the same time on the same worktree. */
    <T> T exclusively(Step<T> step) throws IOException {
        synchronized (IN_PROCESS) {
            try (FileChannel channel = FileChannel.open(folder.resolve(MARKER), StandardOpenOption.WRITE)) {
                channel.lock(); // released when the channel closes, or its process dies
                return step.run();
            }
        }
    }

    /** Asks something of a folder that another process may be removing; empty when it is gone. */
    static <T> Optional<T> ifThere(Step<Optional<T>> question) throws IOException {
        try {
            return question.run();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // removed meanwhile
        }
    }

    private String read(String name) throws IOException {
        return ReplacedFile.read(folder.resolve(name)).strip();
    }

    private void write(String name, String text) throws IOException {
        Path unfinished = folder.resolve(name + ".new");
        Files.writeString(unfinished, text + "\n");
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A step that reads and writes files. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }
}
