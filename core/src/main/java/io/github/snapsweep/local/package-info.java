/** Tasks as processes of this machine: so many at a time, their output in files, their ends told as they come. */
@NullMarked
package io.github.snapsweep.local;

import org.jspecify.annotations.NullMarked;
