package io.github.snapsweep.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of a screen.
 *
 * @param pieces its text, in pieces of one tone each
 */
public record Line(List<Piece> pieces) {

    public static final Line EMPTY = new Line(List.of());

    public Line {
        pieces = List.copyOf(pieces);
    }

    public static Line of(String text) {
        return EMPTY.and(text, Tone.PLAIN);
    }

    /** The same with more text. */
    public Line and(String text, Tone tone) {
        List<Piece> more = new ArrayList<>(pieces);
        more.add(new Piece(text, tone));
        return new Line(more);
    }

    public String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    /** Text of one tone. */
    public record Piece(String text, Tone tone) {}
}
