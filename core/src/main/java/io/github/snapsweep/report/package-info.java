/** What is shown to people: tables, and in time whole pages. */
@NullMarked
package io.github.snapsweep.report;

import org.jspecify.annotations.NullMarked;
