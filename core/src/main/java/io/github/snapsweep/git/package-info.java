/**
 * Git's own files and rules, as its documents state them: the index, stat data, ignore and attribute patterns, line ends,
 * packs. Nothing here knows of snapshots.
 *
 * <p>Paths are byte strings ({@link io.github.snapsweep.git.ByteText}): a git path is bytes, not text, and so is a pattern
 * that is matched with it. {@link io.github.snapsweep.git.GitIndex} is the index of a work tree; {@link
 * io.github.snapsweep.git.FileStat} tells whether a file is the one that it knows; {@link
 * io.github.snapsweep.git.IgnoreRules} and {@link io.github.snapsweep.git.AttributeRules} are what the files of these names
 * say; {@link io.github.snapsweep.git.LineEnds} converts; {@link io.github.snapsweep.git.ObjectPack} takes new objects.
 */
@NullMarked
package io.github.snapsweep.git;

import org.jspecify.annotations.NullMarked;
