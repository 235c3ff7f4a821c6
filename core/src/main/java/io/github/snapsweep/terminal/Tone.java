package io.github.snapsweep.terminal;

/** How a piece of text stands out, where there are colours. */
public enum Tone {
    PLAIN,
    STRONG,
    FAINT,
    GOOD,
    BAD,
    ACTIVE
}
