/**
 * A terminal to draw on: a bar in the last line of the screen, and a screen of its own that keys are pressed in. Nothing of
 * the library is loaded before something is drawn.
 */
@NullMarked
package io.github.snapsweep.terminal;

import org.jspecify.annotations.NullMarked;
