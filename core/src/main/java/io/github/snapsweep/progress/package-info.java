/** What takes a while says how far it is; how that is shown is somebody else's business. */
@NullMarked
package io.github.snapsweep.progress;

import org.jspecify.annotations.NullMarked;
