package io.github.snapsweep.config;

import io.github.snapsweep.slurm.TaskIndices;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The kinds of values that are one text. */
final class Scalars {

    private static final Map<String, Boolean> FLAGS =
            Map.of("true", true, "yes", true, "on", true, "false", false, "no", false, "off", false);
    private static final String LINE = "[^\\x00-\\x1f\\x7f-\\x9f]+";
    private static final String OPERAND = "[^-\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*";
    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]*";
    private static final String FLAG = "true|True|TRUE|yes|Yes|YES|on|On|ON|false|False|FALSE|no|No|NO|off|Off|OFF";
    private static final String RANGE = "\\d{1,9}(-\\d{1,9}(:[1-9]\\d{0,8})?)?";
    private static final int LARGEST = 999_999_999;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");

    private Scalars() {}

    /** A text of one line. */
    static ScalarKind<String> line() {
        return matching("a text of one line", LINE);
    }

    /** A text of one line that no program takes for an option. */
    static ScalarKind<String> operand() {
        return matching("a text of one line that does not begin with -", OPERAND);
    }

    /** The name of a folder or of a section. */
    static ScalarKind<String> name() {
        return matching("a name of letters, digits, _, . and -, not beginning with . or -", NAME);
    }

    /** What can begin a branch's name. */
    static ScalarKind<String> branchPrefix() {
        return good(
                "the beginning of a branch's name, such as slurm-job or me/jobs",
                ValueSchema.text(),
                BranchPrefix::isGood);
    }

    /** Any text, line ends and all, as it is. */
    static ScalarKind<String> lines() {
        return new ScalarKind<>("a text", ValueSchema.text(), text -> text);
    }

    /** {@code true} or {@code false}; YAML's other words for them too. */
    static ScalarKind<Boolean> flag() {
        return new ScalarKind<>(
                "true or false",
                ValueSchema.of("boolean", "string").matching(FLAG),
                text -> known(FLAGS, text.strip().toLowerCase(Locale.ROOT)));
    }

    /** {@code true} or {@code false}, or more than that. */
    static ScalarKind<CleanupAfterJob> cleanupAfterJob() {
        return new ScalarKind<>(
                "true, false or branch",
                ValueSchema.of("boolean", "string").matching(FLAG + "|branch"),
                text -> cleanup(text.strip().toLowerCase(Locale.ROOT)));
    }

    private static CleanupAfterJob cleanup(String word) {
        if (word.equals("branch")) {
            return CleanupAfterJob.BRANCH;
        }
        return known(FLAGS, word) ? CleanupAfterJob.WORKTREE : CleanupAfterJob.NOTHING;
    }

    /** A whole number, up to 999,999,999. */
    static ScalarKind<Integer> count(int least) {
        return new ScalarKind<>("a whole number of at least " + least, countSchema(least), text -> number(text, least));
    }

    /** Numbers of tasks: {@code 0,3,7-9}. */
    static ScalarKind<TaskIndices> taskNumbers() {
        return new ScalarKind<>(
                "numbers of tasks such as 0,3,7-9",
                ValueSchema.of("string", "number").matching(RANGE + "(\\s*,\\s*" + RANGE + ")*"),
                text -> TaskIndices.parse(text.strip()).orElseThrow(() -> new IllegalArgumentException(text)));
    }

    static ScalarKind<Duration> duration() {
        return new ScalarKind<>(
                DurationText.ACCEPTS, ValueSchema.of("string").matching(DurationText.PATTERN), DurationText::parse);
    }

    /** Bytes. */
    static ScalarKind<Long> size() {
        return new ScalarKind<>(
                SizeText.ACCEPTS,
                ValueSchema.of("string", "number").with("minimum", 0).matching(SizeText.PATTERN),
                SizeText::parse);
    }

    static ScalarKind<Path> path() {
        return new ScalarKind<>("a path", ValueSchema.text(), text -> Path.of(visible(text.strip())));
    }

    /** Git, scripts and messages keep a path on one line. */
    static String visible(String path) {
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(path);
        }
        return path;
    }

    /** A path below the project's directory. */
    static ScalarKind<Path> inside() {
        return new ScalarKind<>(
                "a relative path that stays in the project's directory, without .. and outside .git",
                ValueSchema.text(),
                InsidePath::parse);
    }

    /** Which lines of a log tell a metric. */
    static ScalarKind<MetricPattern> metricPattern() {
        return new ScalarKind<>(
                "a regular expression with the groups (?<name>...) and (?<value>...), or with a group named as each metric,"
                        + " such as loss=(?<loss>\\S+)",
                ValueSchema.of("string"),
                MetricPattern::parse);
    }

    /** One of an enum's values, by the text of each. */
    static <E extends Enum<E>> ScalarKind<E> oneOf(E[] values, Function<E, String> text) {
        Map<String, E> byText = new LinkedHashMap<>();
        for (E value : values) {
            byText.put(text.apply(value), value);
        }
        return new ScalarKind<>(
                String.join(" or ", byText.keySet()),
                ValueSchema.oneOf(List.copyOf(byText.keySet())),
                given -> known(byText, given.strip()));
    }

    /** One of an enum's values, by its name in small letters. */
    static <E extends Enum<E>> ScalarKind<E> oneOf(E[] values) {
        return oneOf(values, value -> value.name().toLowerCase(Locale.ROOT));
    }

    /** A whole number of at least 1, as text. */
    static ScalarKind<String> countText() {
        return new ScalarKind<>(count(1).accepts(), countSchema(1), text -> Integer.toString(number(text, 1)));
    }

    /** Gigabytes, as text. */
    static ScalarKind<String> gigabytes() {
        return good(
                "a number of gigabytes greater than 0, such as 4 or 0.5",
                ValueSchema.of("number", "string").with("exclusiveMinimum", 0).matching(DECIMAL.pattern()),
                text -> DECIMAL.matcher(text).matches() && new BigDecimal(text).signum() > 0);
    }

    /** {@code true}, {@code false}, or an option's value. */
    static ScalarKind<String> flagOrText() {
        return matching("true, false, or a text of one line", LINE);
    }

    private static ScalarKind<String> matching(String accepts, String pattern) {
        return good(
                accepts,
                ValueSchema.text().matching(pattern),
                Pattern.compile(pattern).asMatchPredicate());
    }

    private static ScalarKind<String> good(String accepts, ValueSchema schema, Predicate<String> good) {
        return new ScalarKind<>(
                accepts,
                schema,
                text -> Optional.of(text.strip()).filter(good).orElseThrow(() -> new IllegalArgumentException(text)));
    }

    private static ValueSchema countSchema(int least) {
        return ValueSchema.of("integer", "string")
                .with("minimum", least)
                .with("maximum", LARGEST)
                .matching(NUMBER.pattern());
    }

    private static int number(String text, int least) {
        String digits = text.strip();
        if (!NUMBER.matcher(digits).matches() || Integer.parseInt(digits) < least) {
            throw new IllegalArgumentException(text);
        }
        return Integer.parseInt(digits);
    }

    private static <T> T known(Map<String, T> values, String text) {
        return Optional.ofNullable(values.get(text)).orElseThrow(() -> new IllegalArgumentException(text));
    }
}
