package io.github.snapsweep.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.dircache.DirCacheCheckout.CheckoutMetadata;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.CoreConfig.EolStreamType;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;
import org.eclipse.jgit.treewalk.WorkingTreeOptions;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree's files into an empty folder, by several threads straight from the object database, lines ended and
 * filters run as git would on a checkout.
 */
final class Checkout {

    private static final int MAX_THREADS = 8;
    private static final int SHARES_PER_THREAD = 8;

    private final Repository repository;
    private final Path userTree;
    private final Path target;

    /**
     * @param userTree the user's work tree, where submodules are
     * @param target the folder to fill
     */
    Checkout(Repository repository, Path userTree, Path target) {
        this.repository = repository;
        this.userTree = userTree;
        this.target = target;
    }

    /** Writes the files of a tree, and the index that goes with them. */
    void write(ObjectId tree, Path indexFile) throws IOException {
        List<DirCacheEntry> entries = write(tree);
        DirCache index = new DirCache(indexFile.toFile(), repository.getFS());
        if (!index.lock()) {
            throw new IOException("the index " + indexFile + " is locked");
        }
        DirCacheBuilder builder = index.builder();
        entries.forEach(builder::add);
        builder.commit();
    }

    private List<DirCacheEntry> write(ObjectId tree) throws IOException {
        List<Item> items = list(tree);
        int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<DirCacheEntry>>> shares = new ArrayList<>();
            int size = Math.max(1, items.size() / (threads * SHARES_PER_THREAD) + 1);
            for (int from = 0; from < items.size(); from += size) {
                List<Item> share = items.subList(from, Math.min(items.size(), from + size));
                shares.add(pool.submit(() -> writeShare(share)));
            }
            List<DirCacheEntry> entries = new ArrayList<>(items.size());
            for (Future<List<DirCacheEntry>> share : shares) {
                entries.addAll(share.get());
            }
            return entries;
        } catch (ExecutionException e) {
            throw new IOException("a file could not be written: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** The files of the tree; its folders are made on the way. */
    private List<Item> list(ObjectId tree) throws IOException {
        List<Item> items = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.setOperationType(OperationType.CHECKOUT_OP);
            walk.addTree(tree);
            while (walk.next()) {
                if (walk.isSubtree()) {
                    Files.createDirectory(target.resolve(walk.getPathString()));
                    walk.enterSubtree();
                } else {
                    items.add(item(walk));
                }
            }
        }
        return items;
    }

    private static Item item(TreeWalk walk) throws IOException {
        FileMode mode = walk.getFileMode(0);
        boolean file = FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
        EolStreamType lines = file ? walk.getEolStreamType(OperationType.CHECKOUT_OP) : null;
        String smudge = file ? walk.getFilterCommand(Constants.ATTR_FILTER_TYPE_SMUDGE) : null;
        return new Item(walk.getRawPath(), walk.getPathString(), mode, walk.getObjectId(0), lines, smudge);
    }

    private List<DirCacheEntry> writeShare(List<Item> items) throws IOException {
        List<DirCacheEntry> entries = new ArrayList<>(items.size());
        try (ObjectReader reader = repository.newObjectReader()) {
            for (Item item : items) {
                entries.add(writeItem(item, reader));
            }
        }
        return entries;
    }

    private DirCacheEntry writeItem(Item item, ObjectReader reader) throws IOException {
        Path path = target.resolve(item.path());
        DirCacheEntry entry = new DirCacheEntry(item.rawPath());
        entry.setFileMode(item.mode());
        entry.setObjectId(item.id());
        if (FileMode.GITLINK.equals(item.mode())) {
            Files.createDirectory(path);
            writeSubmodule(item, path);
            return entry;
        }
        ObjectLoader blob = reader.open(item.id(), Constants.OBJ_BLOB);
        if (FileMode.SYMLINK.equals(item.mode())) {
            Files.createSymbolicLink(path, Path.of(new String(blob.getBytes(), StandardCharsets.UTF_8)));
        } else {
            writeFile(item, blob, path);
        }
        BasicFileAttributes stat = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        entry.setLength(stat.size());
        entry.setLastModified(stat.lastModifiedTime().toInstant());
        return entry;
    }

    private void writeFile(Item item, ObjectLoader blob, Path path) throws IOException {
        if (item.isPlain() && !blob.isLarge()) {
            Files.write(path, blob.getCachedBytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } else {
            try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
                DirCacheCheckout.getContent(
                        repository,
                        item.path(),
                        new CheckoutMetadata(item.lines(), item.smudge()),
                        blob,
                        repository.getConfig().get(WorkingTreeOptions.KEY),
                        out);
            }
        }
        if (FileMode.EXECUTABLE_FILE.equals(item.mode())) {
            makeExecutable(path);
        }
    }

    /** For all who may read it, as git does. */
    private static void makeExecutable(Path path) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        if (permissions.contains(PosixFilePermission.OWNER_READ)) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
        }
        if (permissions.contains(PosixFilePermission.GROUP_READ)) {
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
        }
        if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        Files.setPosixFilePermissions(path, permissions);
    }

    /** The submodule's files, where the user has them; {@code git worktree add} would leave the folder empty. */
    private void writeSubmodule(Item item, Path path) throws IOException {
        Path inUserTree = userTree.resolve(item.path());
        if (!Files.exists(inUserTree.resolve(Constants.DOT_GIT))) {
            return;
        }
        try (GitRepository submodule = GitRepository.at(inUserTree);
                ObjectReader reader = submodule.jgit().newObjectReader()) {
            ObjectId commit = item.id();
            if (!reader.has(commit)) {
                throw new IOException("the submodule " + item.path() + " lacks its commit " + commit.name());
            }
            new Checkout(submodule.jgit(), inUserTree, path).write(treeOf(submodule.jgit(), commit));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static ObjectId treeOf(Repository repository, ObjectId commit) throws IOException {
        return repository.parseCommit(commit).getTree().getId();
    }

    /** A file, link or submodule to write. */
    @SuppressWarnings("ArrayRecordComponent") // git's own bytes of the path, handed through
    private record Item(
            byte[] rawPath,
            String path,
            FileMode mode,
            ObjectId id,
            @Nullable EolStreamType lines,
            @Nullable String smudge) {

        boolean isPlain() {
            return smudge == null && (lines == null || lines == EolStreamType.DIRECT);
        }
    }
}
