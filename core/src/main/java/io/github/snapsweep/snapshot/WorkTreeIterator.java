package io.github.snapsweep.snapshot;

import io.github.snapsweep.problem.SnapshotProblems;
import java.io.File;
import java.nio.file.Files;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.util.FS;

/**
 * The files on disk. Unlike JGit's own iterator it tells FIFOs, sockets and devices from files (reading one would hang),
 * and takes a folder that cannot be read for an error, not for an empty one.
 */
final class WorkTreeIterator extends FileTreeIterator {

    WorkTreeIterator(Repository repository) {
        super(repository, WorkTreeIterator::mode);
    }

    private WorkTreeIterator(WorkTreeIterator parent, File folder, FS fs) {
        super(parent, folder, fs, WorkTreeIterator::mode);
    }

    @Override
    public AbstractTreeIterator createSubtreeIterator(ObjectReader reader) {
        File folder = ((FileEntry) current()).getFile();
        if (!Files.isReadable(folder.toPath())) {
            throw SnapshotProblems.unreadable(folder.toPath());
        }
        return new WorkTreeIterator(this, folder, fs);
    }

    private static FileMode mode(File file, FS.Attributes attributes) {
        if (attributes.isSymbolicLink() || attributes.isDirectory() || attributes.isRegularFile()) {
            return DefaultFileModeStrategy.INSTANCE.getMode(file, attributes);
        }
        return FileMode.MISSING;
    }
}
