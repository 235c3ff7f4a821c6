/** Records to JSON and back. The library that does it is spoken to here alone. */
@NullMarked
package io.github.snapsweep.json;

import org.jspecify.annotations.NullMarked;
