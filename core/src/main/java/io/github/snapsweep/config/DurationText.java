package io.github.snapsweep.config;

import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time: {@code 90s}, {@code 15m}, {@code 2h}, {@code 1d}, several of these in a row, or {@code HH:MM:SS}. */
final class DurationText {

    static final String ACCEPTS = "a time such as 90s, 15m, 2h, 1d, 1h30m or 01:30:00";

    private static final String IN_UNITS = "(?=\\d)(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?";
    private static final String ON_A_CLOCK = "()(\\d{1,6}):([0-5]\\d):([0-5]\\d)";

    /** As a pattern. */
    static final String PATTERN = IN_UNITS + "|" + ON_A_CLOCK;

    private static final Pattern UNITS = Pattern.compile(IN_UNITS);
    private static final Pattern CLOCK = Pattern.compile(ON_A_CLOCK);

    private DurationText() {}

    /** @throws IllegalArgumentException when it is no time */
    static Duration parse(String text) {
        Matcher units = UNITS.matcher(text.strip());
        Matcher clock = CLOCK.matcher(text.strip());
        if (units.matches()) {
            return sum(units);
        }
        if (clock.matches()) {
            return sum(clock);
        }
        throw new IllegalArgumentException(text);
    }

    private static Duration sum(MatchResult parts) {
        return Duration.ofDays(number(parts, 1))
                .plusHours(number(parts, 2))
                .plusMinutes(number(parts, 3))
                .plusSeconds(number(parts, 4));
    }

    private static long number(MatchResult parts, int group) {
        String digits = parts.group(group);
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
