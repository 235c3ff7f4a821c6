package io.github.snapsweep.slurm;

import io.github.snapsweep.problem.SlurmProblems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a job asks of Slurm.
 *
 * @param values the settings that have a name of their own; a blank value asks for nothing
 * @param additional any other option of {@code sbatch}: its name with or without dashes, dashes or underscores in it;
 *     {@code true} gives the option alone, {@code false} or a blank value none. They come last and replace a typed
 *     setting of the same option. Options that this tool sets itself are refused with the setting to use instead
 */
public record JobOptions(Map<SbatchOption, String> values, Map<String, String> additional) {

    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern GIGABYTES = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern NAME = Pattern.compile("--[a-z][a-z0-9-]*");
    private static final BigDecimal MEGABYTES_IN_A_GIGABYTE = BigDecimal.valueOf(1024);

    public JobOptions {
        values = Collections.unmodifiableMap(inTheirOrder(values));
        additional = Collections.unmodifiableMap(canonical(additional));
    }

    /** No option at all. */
    public static JobOptions none() {
        return new JobOptions(Map.of(), Map.of());
    }

    /** The options as words of the command line, the additional ones last. */
    public List<String> flags() {
        return byOption().values().stream().map(SbatchFlag::word).toList();
    }

    /** The options by their long names. */
    Map<String, SbatchFlag> byOption() {
        Map<String, SbatchFlag> flags = new LinkedHashMap<>();
        values.forEach(
                (option, value) -> flag(option, value.strip()).ifPresent(flag -> flags.put(flag.option(), flag)));
        additional.forEach((option, value) -> {
            flags.remove(option);
            switched(option, value.strip()).ifPresent(flag -> flags.put(option, flag));
        });
        return flags;
    }

    private static Map<SbatchOption, String> inTheirOrder(Map<SbatchOption, String> values) {
        Map<SbatchOption, String> sorted = new EnumMap<>(SbatchOption.class);
        sorted.putAll(values);
        return sorted;
    }

    private static Map<String, String> canonical(Map<String, String> additional) {
        Map<String, String> byName = new LinkedHashMap<>();
        additional.forEach((given, value) -> byName.put(accepted(given), value));
        return byName;
    }

    private static String accepted(String given) {
        String option = OptionNames.canonical(given);
        if (!NAME.matcher(option).matches()) {
            throw SlurmProblems.notAnOption(given);
        }
        SlurmProblems.insteadOf(option).ifPresent(instead -> {
            throw SlurmProblems.reservedOption(option, instead);
        });
        return option;
    }

    private static Optional<SbatchFlag> flag(SbatchOption option, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (option.kind()) {
            case TEXT -> Optional.of(SbatchFlag.of(option.option(), value));
            case COUNT -> Optional.of(SbatchFlag.of(option.option(), count(option, value)));
            case GIGABYTES -> Optional.of(SbatchFlag.of(option.option(), memory(option, value)));
            case FLAG_OR_TEXT -> switched(option.option(), value);
        };
    }

    private static Optional<SbatchFlag> switched(String option, String value) {
        return switch (value) {
            case "", "false" -> Optional.empty();
            case "true" -> Optional.of(SbatchFlag.bare(option));
            default -> Optional.of(SbatchFlag.of(option, value));
        };
    }

    private static String count(SbatchOption option, String value) {
        if (!COUNT.matcher(value).matches()) {
            throw SlurmProblems.notACount(option.setting(), value);
        }
        return value;
    }

    /** Whole gigabytes as they are, a fraction in megabytes, rounded up. */
    private static String memory(SbatchOption option, String value) {
        if (!GIGABYTES.matcher(value).matches()) {
            throw SlurmProblems.notGigabytes(option.setting(), value);
        }
        BigDecimal gigabytes = new BigDecimal(value).stripTrailingZeros();
        return gigabytes.scale() <= 0
                ? gigabytes.toPlainString() + "GB"
                : gigabytes.multiply(MEGABYTES_IN_A_GIGABYTE).setScale(0, RoundingMode.CEILING) + "MB";
    }
}
