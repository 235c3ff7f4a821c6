/** Files that are there whole or not at all, and are read while others replace them. */
@NullMarked
package io.github.snapsweep.file;

import org.jspecify.annotations.NullMarked;
