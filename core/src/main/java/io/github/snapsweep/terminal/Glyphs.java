package io.github.snapsweep.terminal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What bars are made of. */
public enum Glyphs {
    /** Lines. */
    UNICODE("\u2501", "\u2578", "\u254c"),
    /** Where the locale has nothing else. */
    ASCII("#", "", ".");

    private final String full;
    private final String half;
    private final String empty;

    Glyphs(String full, String half, String empty) {
        this.full = full;
        this.half = half;
        this.empty = empty;
    }

    /** Those of the locale that the environment names, see locale(7): of what has no UTF-8 in its name, the plain ones. */
    public static Glyphs ofLocale(Map<String, String> environment) {
        boolean unicode = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(environment::get)
                .filter(Objects::nonNull)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .filter(name -> name.toUpperCase(Locale.ROOT).matches(".*UTF-?8.*"))
                .isPresent();
        return of(unicode ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII);
    }

    /** Those that a character set has. */
    public static Glyphs of(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode(UNICODE.full + UNICODE.half + UNICODE.empty)
                ? UNICODE
                : ASCII;
    }

    /** The part of a bar that is done. */
    String done(int halves) {
        return full.repeat(halves / 2) + (halves % 2 == 1 ? half : "");
    }

    /** The part that is not. */
    String open(int columns) {
        return empty.repeat(columns);
    }

    /** A part of a bar of several parts. */
    public String part(int columns) {
        return full.repeat(columns);
    }
}
