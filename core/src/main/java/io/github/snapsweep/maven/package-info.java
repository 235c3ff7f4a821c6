/**
 * What all goals have in common, and the only place that knows Maven: skip, settings, one call, errors translated once.
 */
@NullMarked
package io.github.snapsweep.maven;

import org.jspecify.annotations.NullMarked;
