package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.SnapshotProblems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.eclipse.jgit.attributes.Attributes;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.treewalk.NameConflictTreeWalk;

/**
 * Writes the contents of files as objects, and makes sure that what was read is what is there.
 *
 * @param repository whose work tree the files are in
 */
record FileContents(GitRepository repository) {

    private static final String FILTER = "filter";

    /**
     * Writes a file, or what a link points to, as git would add it.
     *
     * @throws ChangedWhileRead when it changed meanwhile
     * @throws io.github.snapsweep.problem.Problem when it cannot be read, or not be captured as it is
     */
    ObjectId write(
            NameConflictTreeWalk walk, WorkTreeIterator file, String path, FileMode mode, ObjectInserter inserter)
            throws IOException {
        if (FileMode.SYMLINK.equals(file.getEntryRawMode())) {
            requireText(repository.workTree().resolve(path));
        } else if (!FileMode.SYMLINK.equals(mode)) {
            requireKnownAttributes(walk.getAttributes(), path);
        }
        ObjectId id;
        try (InputStream content = file.openEntryStream()) {
            id = inserter.insert(Constants.OBJ_BLOB, file.getEntryContentLength(), content);
        } catch (IOException e) {
            requireSame(file, path);
            throw SnapshotProblems.unreadable(repository.workTree().resolve(path), e);
        }
        requireSame(file, path);
        return id;
    }

    private static void requireText(Path link) throws IOException {
        String target = Files.readSymbolicLink(link).toString();
        if (target.indexOf(WorkTreeCapture.UNKNOWN_CHARACTER) >= 0) {
            throw SnapshotProblems.unreadableName(link + " -> " + target);
        }
    }

    /** See gitattributes(5): these change a file's bytes on their way in, in ways that are not ours to guess. */
    private void requireKnownAttributes(Attributes attributes, String path) {
        for (String attribute : List.of("ident", "working-tree-encoding")) {
            if (attributes.containsKey(attribute) && !attributes.isUnset(attribute)) {
                throw SnapshotProblems.attribute(path, attribute);
            }
        }
        String filter = attributes.getValue("filter");
        Config config = repository.jgit().getConfig();
        if (filter != null
                && config.getString(FILTER, filter, "clean") == null
                && (config.getString(FILTER, filter, "process") != null
                        || config.getBoolean(FILTER, filter, "required", false))) {
            throw SnapshotProblems.filter(path, filter);
        }
    }

    private void requireSame(WorkTreeIterator file, String path) throws IOException {
        Path onDisk = repository.workTree().resolve(path);
        if (!Files.exists(onDisk, LinkOption.NOFOLLOW_LINKS)) {
            throw new ChangedWhileRead(path);
        }
        BasicFileAttributes now = Files.readAttributes(onDisk, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (now.size() != file.getEntryLength()
                || !now.lastModifiedTime().toInstant().equals(file.getEntryLastModifiedInstant())) {
            throw new ChangedWhileRead(path);
        }
    }

    /** The file that was read is not the file that is there now. */
    static final class ChangedWhileRead extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String path;

        ChangedWhileRead(String path) {
            super(path);
            this.path = path;
        }

        String path() {
            return path;
        }
    }
}
