/** The goals of the prefix {@code slurm}: each names its settings and makes one call. */
@NullMarked
package io.github.snapsweep.plugin.slurm;

import org.jspecify.annotations.NullMarked;
