package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.git.GitIndex;
import io.github.snapsweep.git.IndexWriter;
import io.github.snapsweep.git.IndexWriter.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
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
        for (String folder : listing.folders().keySet()) {
            if (!folder.isEmpty()) {
                Files.createDirectory(ByteText.resolve(target, folder.substring(0, folder.length() - 1)));
            }
        }
        new IndexWriter(write(listing, listing.items()), listing.folders()).write(index);
    }

    /**
     * Brings a folder that holds just what another tree does to this one: only what differs is written.
     *
     * @param before the index of the folder as it is, every entry of it proved to be true
     */
    void update(ObjectId tree, GitIndex before, Path index) throws IOException {
        TreeListing listing = TreeListing.of(tree, repository.jgit());
        List<TreeItem> changed =
                listing.items().stream().filter(item -> !isThere(item, before)).toList();
        deleteOthers(listing, before, changed);
        for (String folder : listing.folders().keySet()) {
            Files.createDirectories(ByteText.resolve(target, folder));
        }
        Map<String, Entry> written =
                write(listing, changed).stream().collect(Collectors.toMap(Entry::path, entry -> entry));
        List<Entry> entries = new ArrayList<>(listing.items().size());
        for (TreeItem item : listing.items()) {
            Entry fresh = written.get(item.path());
            entries.add(fresh == null ? Entry.of(before, before.entry(item.path())) : fresh);
        }
        Files.delete(index);
        new IndexWriter(entries, listing.folders()).write(index);
    }

    private static boolean isThere(TreeItem item, GitIndex before) {
        int entry = before.entry(item.path());
        return entry >= 0
                && !FileMode.GITLINK.equals(item.mode())
                && item.mode().equals(before.mode(entry))
                && item.id().equals(before.id(entry));
    }

    /** Deletes what the tree does not have, or has otherwise, and the folders that are empty then. */
    private void deleteOthers(TreeListing listing, GitIndex before, List<TreeItem> changed) throws IOException {
        Set<String> wanted = listing.items().stream().map(TreeItem::path).collect(Collectors.toSet());
        changed.forEach(item -> wanted.remove(item.path()));
        Set<String> emptied = new TreeSet<>(Comparator.reverseOrder());
        for (int entry = 0; entry < before.size(); entry++) {
            String path = before.path(entry);
            if (wanted.contains(path)) {
                continue;
            }
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

    private List<Entry> write(TreeListing listing, List<TreeItem> items) throws IOException {
        try (ObjectReader reader = repository.jgit().newObjectReader();
                WorkerPool workers = new WorkerPool()) {
            Smudging smudging = new Smudging(repository, listing.attributes(reader), target);
            Queue<Entry> entries = new ConcurrentLinkedQueue<>();
            workers.forEachShare(items, share -> {
                try (ObjectReader own = repository.jgit().newObjectReader()) {
                    for (TreeItem item : share) {
                        entries.add(write(item, own, smudging));
                    }
                }
            });
            List<Entry> sorted = new ArrayList<>(entries);
            sorted.sort(Comparator.comparing(Entry::path));
            return sorted;
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
            new Checkout(submodule, inUserTree, path).writeFiles(treeOf(submodule.jgit(), commit));
        }
    }

    /** Fills an empty folder that has no index. */
    private void writeFiles(ObjectId tree) throws IOException {
        TreeListing listing = TreeListing.of(tree, repository.jgit());
        for (String folder : listing.folders().keySet()) {
            Files.createDirectories(ByteText.resolve(target, folder));
        }
        write(listing, listing.items());
    }

    private static ObjectId treeOf(Repository repository, ObjectId commit) throws IOException {
        return repository.parseCommit(commit).getTree().getId();
    }
}
