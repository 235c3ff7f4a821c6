/**
 * Keeps what is written about the goals in step with the goals as they were built: the help, README, and the pages of the
 * manual. What can be written by a program is: {@code mvn test -Dmanual.write} writes it.
 */
@NullMarked
package io.github.snapsweep.manual;

import org.jspecify.annotations.NullMarked;
