package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.git.GitIndex;
import io.github.snapsweep.git.IndexWriter;
import io.github.snapsweep.git.IndexWriter.Entry;
import io.github.snapsweep.progress.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * Brings a folder to what a tree holds, by several threads straight from the object database, lines ended and filters run as
 * git would on a checkout, with the index that goes with it.
 */
final class Checkout {

    private final GitRepository repository;
    private final Path userTree;
    private final Path target;

    /**
     * Prepares a checkout.
     *
     * @param repository has the objects
     * @param userTree the user's work tree, where submodules are
     * @param target the folder to fill
     */
    Checkout(GitRepository repository, Path userTree, Path target) {
        this.repository = repository;
        this.userTree = userTree;
        this.target = target;
    }

    /** Fills an empty folder, and writes the index. */
    void write(ObjectId tree, Path index) throws IOException {
        TreeListing listing = TreeListing.of(tree, repository.jgit());
        new IndexWriter(writeAll(listing), listing.folders()).write(index);
    }

    /**
     * Brings a folder that holds just what another tree does to this one: only what differs is written.
     *
     * @param before the index of the folder as it is, every entry of it proved to be true
     */
    void update(ObjectId tree, GitIndex before, Path index) throws IOException {
        TreeListing listing = TreeListing.of(tree, repository.jgit());
        Entry[] entries = new Entry[listing.items().size()];
        BitSet stays = new BitSet(before.size());
        List<Integer> changed = new ArrayList<>();
        for (int item = 0; item < entries.length; item++) {
            int entry = before.entry(listing.items().get(item).path());
            if (isThere(listing.items().get(item), before, entry)) {
                stays.set(entry);
                entries[item] = Entry.of(before, entry);
            } else {
                changed.add(item);
            }
        }
        deleteOthers(listing, before, stays);
        for (String folder : listing.folders().keySet()) {
            Files.createDirectories(ByteText.resolve(target, folder));
        }
        try (WorkerPool workers = new WorkerPool()) {
            List<TreeItem> items = changed.stream().map(listing.items()::get).toList();
            List<Entry> written = write(listing, items, workers);
            for (int item = 0; item < written.size(); item++) {
                entries[changed.get(item)] = written.get(item);
            }
        }
        new IndexWriter(List.of(entries), listing.folders()).write(index);
    }

    private static boolean isThere(TreeItem item, GitIndex before, int entry) {
        return entry >= 0
                && !FileMode.GITLINK.equals(item.mode())
                && item.mode().equals(before.mode(entry))
                && item.id().equals(before.id(entry));
    }

    /** Deletes what the tree does not have, or has otherwise, and the folders that are empty then. */
    private void deleteOthers(TreeListing listing, GitIndex before, BitSet stays) throws IOException {
        Set<String> emptied = new TreeSet<>(Comparator.reverseOrder());
        for (int entry = stays.nextClearBit(0); entry < before.size(); entry = stays.nextClearBit(entry + 1)) {
            String path = before.path(entry);
            FileTrees.delete(ByteText.resolve(target, path));
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                String folder = path.substring(0, slash + 1);
                if (!listing.folders().containsKey(folder)) {
                    emptied.add(folder);
                }
            }
        }
        for (String folder : emptied) {
            Files.deleteIfExists(ByteText.resolve(target, folder.substring(0, folder.length() - 1)));
        }
    }

    /** Fills an empty folder. */
    private List<Entry> writeAll(TreeListing listing) throws IOException {
        long start = System.nanoTime();
        for (String folder : listing.folders().keySet()) {
            if (!folder.isEmpty()) {
                Files.createDirectory(ByteText.resolve(target, folder.substring(0, folder.length() - 1)));
            }
        }
        try (WorkerPool workers = new WorkerPool()) {
            workers.adaptTo(listing.folders().size(), Duration.ofNanos(System.nanoTime() - start));
            return write(listing, listing.items(), workers);
        }
    }

    private List<Entry> write(TreeListing listing, List<TreeItem> items, WorkerPool workers) throws IOException {
        try (ObjectReader reader = repository.jgit().newObjectReader();
                Step writing = repository.progress().begin("writing files").of(items.size())) {
            Smudging smudging = new Smudging(repository, listing.attributes(reader), target);
            Entry[] entries = new Entry[items.size()];
            workers.forEachShare(items.size(), (from, end) -> {
                try (ObjectReader own = repository.jgit().newObjectReader()) {
                    for (int item = from; item < end; item++) {
                        entries[item] = write(items.get(item), own, smudging);
                        writing.advance();
                    }
                }
            });
            return List.of(entries);
        }
    }

    private Entry write(TreeItem item, ObjectReader reader, Smudging smudging) throws IOException {
        Path path = ByteText.resolve(target, item.path());
        if (FileMode.GITLINK.equals(item.mode())) {
            Files.createDirectories(path);
            writeSubmodule(item, path);
            return Entry.submodule(item.path(), item.mode().getBits(), item.id());
        }
        if (FileMode.SYMLINK.equals(item.mode())) {
            SymbolicLinks.create(
                    path, ByteText.of(reader.open(item.id(), Constants.OBJ_BLOB).getBytes()));
        } else {
            smudging.write(item, reader, path);
        }
        return Entry.onDisk(item.path(), item.mode().getBits(), item.id(), path);
    }

    /** The submodule's files, where the user has them; {@code git worktree add} would leave the folder empty. */
    private void writeSubmodule(TreeItem item, Path path) throws IOException {
        Path inUserTree = ByteText.resolve(userTree, item.path());
        if (!Files.exists(inUserTree.resolve(Constants.DOT_GIT), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (GitRepository submodule = GitRepository.at(inUserTree);
                ObjectReader reader = submodule.jgit().newObjectReader()) {
            ObjectId commit = item.id();
            if (!reader.has(commit)) {
                throw new IOException(
                        "the submodule " + ByteText.readable(item.path()) + " lacks its commit " + commit.name());
            }
            ObjectId tree = treeOf(submodule.jgit(), commit);
            new Checkout(submodule, inUserTree, path).writeAll(TreeListing.of(tree, submodule.jgit()));
        }
    }

    private static ObjectId treeOf(Repository repository, ObjectId commit) throws IOException {
        return repository.parseCommit(commit).getTree().getId();
    }
}
