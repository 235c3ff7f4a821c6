package io.github.snapsweep.sweep;

/** How numbers lie between two others. */
enum Scale {
    /** At equal distances. */
    LINEAR,
    /** At equal ratios. */
    LOGARITHMIC
}
