/** The goals of the prefix {@code snapshot}: each names its settings and makes one call. */
@NullMarked
package io.github.snapsweep.plugin.snapshot;

import org.jspecify.annotations.NullMarked;
