package io.github.snapsweep.snapshot;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A file, link or submodule of a tree.
 *
 * @param path from the root, a byte string
 */
record TreeItem(String path, FileMode mode, ObjectId id) {}
