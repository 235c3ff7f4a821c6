package io.github.snapsweep.manual;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field of a goal, as its documentation has it. Texts are Markdown.
 *
 * @param prefix the goal's prefix
 * @param name its name
 * @param meaning what it means, its unit and its default
 * @param pom how it is set in a POM; empty when it is not said
 * @param commandLine how it is set on the command line; empty when it is not said
 */
record FieldText(String prefix, String name, String meaning, Optional<String> pom, Optional<String> commandLine) {

    private static final Pattern EXAMPLES = Pattern.compile(
            "(?s)<p>In a POM: <code>(.*?)</code>\\s*<br />\\s*On the command line: <code>(.*?)</code></p>");
    private static final Pattern DEFAULT = Pattern.compile("Default: (.+?)\\.(?: |$)");

    /** Takes a field's documentation apart. */
    static FieldText of(String prefix, String name, String html) {
        Matcher examples = EXAMPLES.matcher(html);
        boolean has = examples.find();
        return new FieldText(
                prefix,
                name,
                markdown(has ? html.substring(0, examples.start()) : html),
                has ? Optional.of(plain(examples.group(1))) : Optional.empty(),
                has ? Optional.of(plain(examples.group(2))) : Optional.empty());
    }

    /** The full name: {@code slurm.partition}. */
    String key() {
        return prefix + "." + name;
    }

    /** What holds when nobody sets it; empty when the documentation does not say. */
    Optional<String> preset() {
        return DEFAULT.matcher(meaning).results().reduce((first, last) -> last).map(found -> found.group(1));
    }

    static String markdown(String html) {
        return plain(html.replaceAll("</?code>", "`")).strip().replaceAll("\\s+", " ");
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
