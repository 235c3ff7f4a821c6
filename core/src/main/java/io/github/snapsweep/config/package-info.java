/** Settings: every source of them goes in, one immutable request comes out, or every fault at once. */
@NullMarked
package io.github.snapsweep.config;

import org.jspecify.annotations.NullMarked;
