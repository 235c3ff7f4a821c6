package io.github.snapsweep.snapshot;

import org.eclipse.jgit.lib.ObjectId;

/**
 * The tree of what is on disk, written to the object database.
 *
 * @param tree the tree's id
 * @param contents what it holds that the base does not
 */
record CapturedTree(ObjectId tree, Contents contents) {}
