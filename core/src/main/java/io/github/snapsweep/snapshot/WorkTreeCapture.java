package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SnapshotProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.NameConflictTreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;
import org.jspecify.annotations.Nullable;

/**
 * One pass over index and work tree that writes the tree which {@code git add -A && git write-tree} would give on a copy
 * of the index, without the linked paths. A file whose stat matches its index entry keeps its object unread. The index
 * itself is only read.
 */
final class WorkTreeCapture {

    private static final int ATTEMPTS = 3;
    /** What Java puts in the place of bytes in a name that are no text. */
    static final char UNKNOWN_CHARACTER = '\uFFFD';

    private static final int INDEX = 0;
    private static final int FILES = 1;

    private final GitRepository repository;
    private final Repository jgit;
    private final List<String> links;
    private final UntrackedRules rules;
    private final Submodules submodules;
    private final FileContents contents;

    private DirCacheBuilder builder;
    private UntrackedGuard guard;
    private final Set<String> untracked = new HashSet<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<String> trackedUnderLinks = new ArrayList<>();
    private String lastAdded = "";
    private boolean trustCtime;
    private boolean trustModes;

    WorkTreeCapture(GitRepository repository, LinkedPaths linked, UntrackedRules rules) {
        this(repository, linked, rules, null);
    }

    /**
     * @param userTree where the submodules are whose files this tool wrote to a worktree; null for the user's own tree
     */
    WorkTreeCapture(GitRepository repository, LinkedPaths linked, UntrackedRules rules, @Nullable Path userTree) {
        this.repository = repository;
        this.jgit = repository.jgit();
        this.links = linked.in(repository);
        this.rules = rules;
        this.submodules = new Submodules(repository, rules, userTree);
        this.contents = new FileContents(repository);
        this.guard = new UntrackedGuard(rules);
        this.builder = DirCache.newInCore().builder();
    }

    /**
     * Writes the tree of what is on disk.
     *
     * @param base the tree to compare with, null when there is none
     * @throws Problem when something in the tree cannot be captured exactly
     */
    CapturedTree take(@Nullable ObjectId base) {
        for (int attempt = 1; ; attempt++) {
            try {
                return takeOnce(base);
            } catch (FileContents.ChangedWhileRead e) {
                if (attempt == ATTEMPTS) {
                    throw SnapshotProblems.changedWhileRead(e.path());
                }
            } catch (InvalidPathException e) {
                throw SnapshotProblems.unreadableName(e.getInput());
            } catch (IOException e) {
                throw SnapshotProblems.captureFailed(repository.workTree(), e);
            }
        }
    }

    private CapturedTree takeOnce(@Nullable ObjectId base) throws IOException {
        DirCache index = readIndex();
        DirCache captured = DirCache.newInCore();
        builder = captured.builder();
        guard = new UntrackedGuard(rules);
        untracked.clear();
        skipped.clear();
        trackedUnderLinks.clear();
        lastAdded = "";
        trustModes = jgit.getConfig().getBoolean("core", "filemode", true);
        trustCtime = jgit.getConfig().getBoolean("core", "trustctime", true);
        try (ObjectInserter inserter = jgit.newObjectInserter();
                NameConflictTreeWalk walk = new NameConflictTreeWalk(jgit)) {
            walk.setOperationType(OperationType.CHECKIN_OP);
            walk.addTree(new DirCacheIterator(index));
            WorkTreeIterator files = new WorkTreeIterator(jgit);
            files.setDirCacheIterator(walk, INDEX);
            walk.addTree(files);
            while (walk.next()) {
                visit(walk, inserter);
            }
            guard.verdict();
            if (!trackedUnderLinks.isEmpty()) {
                throw SnapshotProblems.trackedUnderLink(trackedUnderLinks);
            }
            builder.finish();
            ObjectId tree = captured.writeTree(inserter);
            inserter.flush();
            return new CapturedTree(tree, new TreeComparison(jgit, untracked, skipped).compare(base, tree));
        }
    }

    private DirCache readIndex() {
        try {
            return jgit.readDirCache();
        } catch (IOException e) {
            throw SnapshotProblems.unreadableIndex(repository.workTree(), e);
        }
    }

    private void visit(NameConflictTreeWalk walk, ObjectInserter inserter) throws IOException {
        DirCacheIterator indexed = walk.getTree(INDEX, DirCacheIterator.class);
        WorkTreeIterator file = walk.getTree(FILES, WorkTreeIterator.class);
        String path = walk.getPathString();
        if (links.contains(path) || links.stream().anyMatch(link -> path.startsWith(link + "/"))) {
            underLink(walk, indexed, file, path);
        } else if (indexed == null && file != null && leftOut(file, path)) {
            return;
        } else if (walk.isSubtree() && !walk.isDirectoryFileConflict() && !isSubmodule(indexed)) {
            walk.enterSubtree();
        } else if (file == null) {
            keepIfSparse(indexed);
        } else if (FileMode.MISSING.equals(file.getEntryRawMode())) {
            if (path.indexOf(UNKNOWN_CHARACTER) >= 0
                    && !Files.exists(repository.workTree().resolve(path))) {
                throw SnapshotProblems.unreadableName(path);
            }
            skipped.add(path + " (neither a file, a folder nor a link)");
        } else if (entersFolder(file, indexed)) {
            walk.enterSubtree();
        } else if (!path.equals(lastAdded)) {
            add(walk, indexed, file, path, inserter);
            lastAdded = path;
        }
    }

    /** A path that a worktree will have as a link, or something below it. */
    private void underLink(
            NameConflictTreeWalk walk, @Nullable DirCacheIterator indexed, @Nullable WorkTreeIterator file, String path)
            throws IOException {
        if (indexed == null) {
            return;
        }
        if (walk.isSubtree()) {
            walk.enterSubtree();
        } else if (file != null || indexed.getDirCacheEntry().isSkipWorkTree()) {
            trackedUnderLinks.add(path);
        }
    }

    private boolean leftOut(WorkTreeIterator file, String path) throws IOException {
        boolean folder = FileMode.TREE.equals(file.getEntryRawMode());
        if (file.isEntryIgnored() || guard.excludes(path, folder)) {
            return true;
        }
        if (FileMode.GITLINK.equals(file.getEntryRawMode())) {
            if (isLinkedWorktree(path)) {
                skipped.add(path + " (a linked worktree of this repository)");
                return true;
            }
            throw SnapshotProblems.embeddedRepository(path);
        }
        return false;
    }

    private boolean isLinkedWorktree(String path) throws IOException {
        Path pointer = repository.workTree().resolve(path).resolve(Constants.DOT_GIT);
        return Files.isRegularFile(pointer)
                && Files.readString(pointer)
                        .startsWith("gitdir: " + repository.commonDirectory().resolve("worktrees"));
    }

    /** In a sparse checkout an entry that is not on disk is not deleted, see git-sparse-checkout(1). */
    private void keepIfSparse(@Nullable DirCacheIterator indexed) {
        if (indexed != null && indexed.getDirCacheEntry().isSkipWorkTree()) {
            builder.add(indexed.getDirCacheEntry());
        }
    }

    /** JGit takes a submodule that is not checked out for a folder: the gitlink would be lost. */
    private static boolean isSubmodule(@Nullable DirCacheIterator indexed) {
        return indexed != null && FileMode.GITLINK.equals(indexed.getEntryRawMode());
    }

    /** A folder stands where the index has a file, a link or a submodule. */
    private static boolean entersFolder(WorkTreeIterator file, @Nullable DirCacheIterator indexed) {
        int onDisk = file.getEntryRawMode();
        FileMode mode = file.getIndexFileMode(indexed);
        return (FileMode.TREE.equals(onDisk) && !FileMode.GITLINK.equals(mode))
                || (FileMode.GITLINK.equals(onDisk) && FileMode.TREE.equals(mode));
    }

    private void add(
            NameConflictTreeWalk walk,
            @Nullable DirCacheIterator indexed,
            WorkTreeIterator file,
            String path,
            ObjectInserter inserter)
            throws IOException {
        DirCacheEntry known = indexed == null ? null : indexed.getDirCacheEntry();
        FileMode mode = mode(file, indexed);
        DirCacheEntry entry = new DirCacheEntry(walk.getRawPath());
        entry.setFileMode(mode);
        if (FileMode.GITLINK.equals(mode)) {
            entry.setObjectId(submodules.commit(path, known).orElseGet(file::getEntryObjectId));
        } else if (known != null && isUnchanged(known, file, path, walk.getObjectReader())) {
            entry.setObjectId(known.getObjectId());
        } else {
            if (known == null && !guard.admits(path, file.getEntryLength())) {
                return;
            }
            entry.setObjectId(contents.write(walk, file, path, mode, inserter));
        }
        if (known == null) {
            untracked.add(path);
        }
        builder.add(entry);
    }

    /** Where core.fileMode is off, only the index can make a file executable. */
    private FileMode mode(WorkTreeIterator file, @Nullable DirCacheIterator indexed) {
        FileMode mode = file.getIndexFileMode(indexed);
        boolean indexedFile = indexed != null && (indexed.getEntryRawMode() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
        return FileMode.EXECUTABLE_FILE.equals(mode) && !trustModes && !indexedFile ? FileMode.REGULAR_FILE : mode;
    }

    private boolean isUnchanged(DirCacheEntry known, WorkTreeIterator file, String path, ObjectReader reader)
            throws IOException {
        return known.getStage() == DirCacheEntry.STAGE_0
                && !known.isAssumeValid()
                && !known.isIntentToAdd()
                && !file.isModified(known, true, reader)
                && (!trustCtime || sameCtime(known, path));
    }

    /** Content changed under a kept size and time shows in the time of the inode's change, as git knows. */
    private boolean sameCtime(DirCacheEntry known, String path) throws IOException {
        long recorded = known.getCreationTime();
        if (recorded == 0) {
            return true;
        }
        FileTime ctime = (FileTime)
                Files.getAttribute(repository.workTree().resolve(path), "unix:ctime", LinkOption.NOFOLLOW_LINKS);
        return ctime.toMillis() == recorded;
    }
}
