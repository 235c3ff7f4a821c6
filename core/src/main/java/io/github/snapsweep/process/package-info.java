/** The one seam through which other programs are started: a command goes in, its answer comes out. */
@NullMarked
package io.github.snapsweep.process;

import org.jspecify.annotations.NullMarked;
