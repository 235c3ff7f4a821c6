/**
 * What takes a while says how far it is, and what was asked for is handed over; how both are shown is somebody else's
 * business.
 */
@NullMarked
package io.github.snapsweep.progress;

import org.jspecify.annotations.NullMarked;
