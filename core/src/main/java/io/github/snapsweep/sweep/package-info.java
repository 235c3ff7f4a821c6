/** The sweep's language: a text goes in, the points that it spans come out. */
@NullMarked
package io.github.snapsweep.sweep;

import org.jspecify.annotations.NullMarked;
