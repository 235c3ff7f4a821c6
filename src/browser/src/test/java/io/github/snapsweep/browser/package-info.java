/** Reports as a browser shows them. */
@NullMarked
package io.github.snapsweep.browser;

import org.jspecify.annotations.NullMarked;
