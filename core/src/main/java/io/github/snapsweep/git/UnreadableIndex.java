package io.github.snapsweep.git;

import java.io.IOException;

/** An index that is damaged, or of a kind that is not known. */
public final class UnreadableIndex extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableIndex(String why) {
        super(why);
    }
}
