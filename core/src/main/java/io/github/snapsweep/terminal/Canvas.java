package io.github.snapsweep.terminal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A whole screen, and the keys that are pressed at it. When it is closed everything looks as it did before. */
public interface Canvas extends AutoCloseable {

    /** What an end of all input, such as a terminal that was closed, is taken for. */
    char QUIT = 'q';

    int columns();

    int rows();

    /** What bars are made of. */
    Glyphs glyphs();

    boolean hasColours();

    /** Draws these lines; what there is no room for is not seen. */
    void draw(List<Line> lines);

    /** Waits for a key. */
    Optional<Character> key(Duration atMost);

    @Override
    void close();
}
