package io.github.snapsweep.config;

import java.nio.charset.StandardCharsets;

/** Texts that a program can be given as they are: where a NUL is, its arguments end, and half a character is none in UTF-8. */
final class WholeText {

    private WholeText() {}

    static boolean is(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
