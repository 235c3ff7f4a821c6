package io.github.snapsweep.snapshot;

import io.github.snapsweep.git.ByteText;
import io.github.snapsweep.git.ObjectPack;
import io.github.snapsweep.problem.GitProblems;
import io.github.snapsweep.process.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Checks a tree out into a folder for a while, and captures what is there then. The files of submodules are left out:
 * what a tree holds of those is their commits.
 */
final class RoundTrip {

    private static final UntrackedRules NO_LIMITS =
            new UntrackedRules(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, false, List.of());

    private final GitRepository repository;
    private final Scratch scratch;
    private final Host host;

    RoundTrip(GitRepository repository, Scratch scratch, Host host) {
        this.repository = repository;
        this.scratch = scratch;
        this.host = host;
    }

    /** What differs after the trip, and what was left at home. */
    Proof.Finding make(ObjectId tree) {
        Path files = scratch.path("files");
        Path index = scratch.path("index");
        try (GitRepository there = repository.elsewhere(files, index, scratch.objects());
                ObjectPack pack = new ObjectPack(scratch.path("pack-of-trip"))) {
            Path nobody = Files.createDirectory(scratch.path("nobody"));
            Files.createDirectory(files);
            new Checkout(there, nobody, files).write(tree, scratch.path("index-of-checkout"));
            writeIndex(there, tree, index);
            Submodules submodules = new Submodules(there, NO_LIMITS, host, nobody, new RefusedEdits(NO_LIMITS, host));
            Contents differences = new WorkTreeCapture(there, new LinkedPaths(files, List.of()), NO_LIMITS, submodules)
                    .take(tree, pack)
                    .contents();
            return finding(differences);
        } catch (IOException e) {
            throw GitProblems.scratch(files, e);
        }
    }

    private Proof.Finding finding(Contents differences) throws IOException {
        if (!differences.isEmpty()) {
            List<String> paths = Stream.of(
                            differences.changed(), differences.added(), differences.untracked(), differences.deleted())
                    .flatMap(List::stream)
                    .toList();
            return new Proof.Finding("git check-attr -a PATH  tells what filters have to do with it", paths);
        }
        List<String> leftOut = leftOut();
        return new Proof.Finding(
                leftOut.isEmpty() ? "" : "without the files of submodules: " + String.join(", ", leftOut), List.of());
    }

    /** An index that knows all paths and no times, so that each file is read. */
    private static void writeIndex(GitRepository there, ObjectId tree, Path file) throws IOException {
        DirCache index = new DirCache(file.toFile(), there.jgit().getFS());
        if (!index.lock()) {
            throw new IOException("the index " + file + " is locked");
        }
        DirCacheBuilder builder = index.builder();
        try (ObjectReader reader = there.jgit().newObjectReader()) {
            builder.addTree(new byte[0], DirCacheEntry.STAGE_0, reader, tree);
        }
        builder.commit();
    }

    /** The submodules whose files the user has. */
    private List<String> leftOut() throws IOException {
        List<String> submodules = new ArrayList<>();
        DirCache index =
                DirCache.read(scratch.path("index").toFile(), repository.jgit().getFS());
        for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            Path folder = ByteText.resolve(repository.workTree(), ByteText.of(entry.getRawPath()));
            if (FileMode.GITLINK.equals(entry.getFileMode()) && Files.exists(folder.resolve(Constants.DOT_GIT))) {
                submodules.add(entry.getPathString());
            }
        }
        return submodules;
    }
}
