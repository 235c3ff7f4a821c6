package io.github.snapsweep.snapshot;

import org.eclipse.jgit.lib.ObjectId;

/**
 * The tree of what is on disk; its objects are in the pack that was given.
 *
 * @param tree the tree's id
 * @param contents what it holds that the base does not
 */
record CapturedTree(ObjectId tree, Contents contents) {}
