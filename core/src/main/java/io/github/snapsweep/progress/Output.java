package io.github.snapsweep.progress;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Takes what a goal was asked for, as it is: no mark stands before a line, and it is shown where progress is not. */
public interface Output {

    /** Shows all bytes of a file. */
    void show(Path file) throws IOException;

    /** Where more can be written to; nobody closes it. */
    OutputStream stream();

    /** Whether it ends at a console that shows colours. */
    boolean hasColours();
}
