package io.github.snapsweep.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a size in bytes: {@code 512}, {@code 100MB} (thousands), {@code 2GiB} (1024s), {@code 1.5GB}. */
final class SizeText {

    static final String ACCEPTS = "a size such as 500kB, 100MB, 1.5GB or 2GiB";

    /** As a pattern. */
    static final String PATTERN = "\\d{1,15}(\\.\\d{1,9})?\\s*([kKMGT]?B|[KMGT]iB)?";

    private static final Pattern SIZE = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)\\s*([A-Za-z]*)");
    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("", 1L),
            Map.entry("B", 1L),
            Map.entry("kB", 1000L),
            Map.entry("KB", 1000L),
            Map.entry("MB", 1000_000L),
            Map.entry("GB", 1000_000_000L),
            Map.entry("TB", 1000_000_000_000L),
            Map.entry("KiB", 1L << 10),
            Map.entry("MiB", 1L << 20),
            Map.entry("GiB", 1L << 30),
            Map.entry("TiB", 1L << 40));

    private SizeText() {}

    /** @throws IllegalArgumentException when it is no size, or more than a long holds */
    static long parse(String text) {
        Matcher size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            throw new IllegalArgumentException(text);
        }
        long unit = Optional.ofNullable(UNITS.get(size.group(2))).orElseThrow(() -> new IllegalArgumentException(text));
        BigDecimal bytes = new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(unit));
        if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException(text);
        }
        return bytes.setScale(0, RoundingMode.DOWN).longValueExact();
    }
}
