package io.github.snapsweep.sweep;

/**
 * A piece of a value's text.
 *
 * @param start its first column
 * @param text its characters, with the blanks that belong to it
 */
record Token(TokenKind kind, int start, String text) {

    /** Where what it is for stands, behind the blanks before it. */
    int column() {
        return start + text.length() - text.stripLeading().length();
    }
}
