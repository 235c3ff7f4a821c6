/** Files that are there whole or not at all. */
@NullMarked
package io.github.snapsweep.file;

import org.jspecify.annotations.NullMarked;
