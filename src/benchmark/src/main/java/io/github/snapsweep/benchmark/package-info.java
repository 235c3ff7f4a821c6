/** What the benchmark runs in Java: the library, in a fresh JVM and in a warm one; the files; the table. */
@NullMarked
package io.github.snapsweep.benchmark;

import org.jspecify.annotations.NullMarked;
