package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.git.GitIndex;
import io.github.snapsweep.git.ObjectPack;
import io.github.snapsweep.git.UnreadableIndex;
import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SnapshotProblems;
import io.github.snapsweep.progress.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tree which {@code git add -A && git write-tree} would give on a copy of the index, without the linked paths:
 * a parallel scan of index and work tree, then the contents of what differs, then the trees. The index itself is only read.
 */
final class WorkTreeCapture {

    private static final int ATTEMPTS = 3;

    private final GitRepository repository;
    private final List<String> links;
    private final UntrackedRules rules;
    private final Submodules submodules;
    private final boolean evenIgnored;

    WorkTreeCapture(GitRepository repository, LinkedPaths linked, UntrackedRules rules, Submodules submodules) {
        this(repository, linked, rules, submodules, false);
    }

    /**
     * Prepares a capture of more than git would add.
     *
     * @param evenIgnored whether ignored files are captured too
     */
    WorkTreeCapture(
            GitRepository repository,
            LinkedPaths linked,
            UntrackedRules rules,
            Submodules submodules,
            boolean evenIgnored) {
        this.evenIgnored = evenIgnored;
        this.repository = repository;
        this.links = linked.in(repository).stream().map(ByteText::encode).toList();
        this.rules = rules;
        this.submodules = submodules;
    }

    /**
     * Makes the tree of what is on disk.
     *
     * @param base the tree to compare with, null when there is none
     * @param pack takes the objects that the repository does not have
     * @throws Problem when something in the tree cannot be captured exactly
     */
    CapturedTree take(@Nullable ObjectId base, ObjectPack pack) {
        try (WorkerPool workers = new WorkerPool()) {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                GitIndex index = readIndex();
                CapturedTree captured = take(base, index, pack, workers);
                GitIndex after = readAgain(index);
                if (after == index || after.saysTheSameAs(index)) {
                    return captured;
                }
            }
            throw SnapshotProblems.indexChanged(repository.workTree());
        } catch (UncheckedIOException e) {
            throw SnapshotProblems.captureFailed(repository.workTree(), Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw SnapshotProblems.captureFailed(repository.workTree(), e);
        }
    }

    private GitIndex readIndex() {
        try {
            return GitIndex.read(repository.jgit().getIndexFile().toPath());
        } catch (UnreadableIndex e) {
            throw SnapshotProblems.unreadableIndex(repository.workTree(), e);
        } catch (IOException e) {
            throw SnapshotProblems.unreadableIndex(repository.workTree(), e);
        }
    }

    private CapturedTree take(@Nullable ObjectId base, GitIndex index, ObjectPack pack, WorkerPool workers)
            throws IOException {
        ForkJoinTask<?> soundness = workers.submit(() -> requireSound(index));
        WorkTreeScan scan = new WorkTreeScan(repository, index, links, rules.exclude(), evenIgnored);
        workers.adaptTo(repository, index);
        ScannedFolder root;
        try (Step scanning = repository.progress().begin("scanning files")) {
            root = workers.run(scan.root(scanning));
        }
        List<ScannedFile> files = filesOf(root);
        guard(files);
        if (!scan.trackedUnderLinks().isEmpty()) {
            throw SnapshotProblems.trackedUnderLink(scan.trackedUnderLinks());
        }
        read(files, index, pack, workers);
        soundness.join();
        try (ObjectReader reader = repository.jgit().newObjectReader()) {
            TreeWriter trees = new TreeWriter(index, reader, pack);
            ObjectId tree = trees.write(root);
            CapturedObjects objects = new CapturedObjects(reader, trees.written(), pack);
            TreeComparison comparison = new TreeComparison(objects, untracked(files), scan.skipped());
            return new CapturedTree(tree, comparison.compare(base, tree).warning(CaptureWarnings.of(files, index)));
        }
    }

    private void requireSound(GitIndex index) {
        try {
            index.requireSound();
        } catch (UnreadableIndex e) {
            throw SnapshotProblems.unreadableIndex(repository.workTree(), e);
        }
    }

    private static List<ScannedFile> filesOf(ScannedFolder root) {
        List<ScannedFile> files = new ArrayList<>();
        collect(root, files);
        files.sort(Comparator.comparing(ScannedFile::path));
        return files;
    }

    private static void collect(ScannedFolder folder, List<ScannedFile> files) {
        files.addAll(folder.files());
        folder.folders().forEach(below -> collect(below, files));
    }

    /** Before anything is read. */
    private void guard(List<ScannedFile> files) {
        UntrackedGuard guard = new UntrackedGuard(rules);
        for (ScannedFile file : files) {
            if (file.isUntracked()) {
                guard.count(ByteText.readable(file.path()), file.stat().size());
            }
        }
        guard.verdict();
    }

    private void read(List<ScannedFile> files, GitIndex index, ObjectPack pack, WorkerPool workers) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        FileContents contents = new FileContents(repository, index, pack, files);
        List<ScannedFile> plain = new ArrayList<>();
        for (ScannedFile file : files) {
            if (FileMode.GITLINK.equals(file.mode())) {
                file.is(submodules.commit(ByteText.readable(file.path()), index.id(file.entry())));
            } else {
                plain.add(file);
            }
        }
        try (Step reading = repository.progress().begin("reading files").of(plain.size())) {
            workers.forEach(plain, file -> {
                contents.read(file);
                reading.advance();
            });
        }
    }

    private static Set<String> untracked(List<ScannedFile> files) {
        Set<String> untracked = new HashSet<>();
        files.stream().filter(ScannedFile::isUntracked).map(ScannedFile::path).forEach(untracked::add);
        return untracked;
    }

    /** The index as it is now; the same object when nobody wrote it since. */
    private GitIndex readAgain(GitIndex before) throws IOException {
        Path file = repository.jgit().getIndexFile().toPath();
        return before.isStill(file) ? before : readIndex();
    }
}
