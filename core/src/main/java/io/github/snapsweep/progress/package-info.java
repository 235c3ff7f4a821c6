/**
 * What takes a while says how far it is, and what was asked for is handed over. What of it is shown, and when, is decided here,
 * as text; what it is drawn on is somebody else's business.
 */
@NullMarked
package io.github.snapsweep.progress;

import org.jspecify.annotations.NullMarked;
