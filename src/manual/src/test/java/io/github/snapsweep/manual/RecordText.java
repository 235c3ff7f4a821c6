package io.github.snapsweep.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A record, as the comment on it in the source has it. Texts are Markdown.
 *
 * @param meaning what it is
 * @param components what each of its components is
 */
record RecordText(String meaning, Map<String, String> components) {

    private static final Pattern PARAMETER =
            Pattern.compile("(?s)@param (\\w+) (.*?)(?=\\s@param |\\s@return |\\s@throws |$)");

    RecordText {
        components = Map.copyOf(components);
    }

    static RecordText of(Class<?> type) {
        Path file = source(type.getNestHost());
        Matcher comment = Pattern.compile("(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public |static |private )*record "
                        + type.getSimpleName() + "\\b")
                .matcher(Project.read(file));
        if (!comment.find()) {
            throw new AssertionError(file + " has no comment on the record " + type.getSimpleName()
                    + ", which result files have: say what each field is, for the manual");
        }
        String text = comment.group(1).replaceAll("(?m)^\\s*\\*", "").replaceAll("\\s+", " ");
        Map<String, String> components = PARAMETER
                .matcher(text)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> markdown(found.group(2))));
        return new RecordText(markdown(text.split("@param", 2)[0]), components);
    }

    /** What a component is. */
    String of(String component, Class<?> type) {
        return Optional.ofNullable(components.get(component))
                .orElseThrow(() -> new AssertionError("The comment on the record " + type.getName()
                        + " says nothing of its field '" + component + "', which result files have"));
    }

    private static Path source(Class<?> type) {
        String name = "src/main/java/" + type.getName().replace('.', '/') + ".java";
        try (Stream<Path> modules = Files.list(Project.ROOT)) {
            return modules.map(module -> module.resolve(name))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no module has " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String markdown(String comment) {
        return comment.replaceAll("\\{@\\w+ #?([^}]*)}", "`$1`")
                .replaceAll("</?[a-z]+>", "")
                .strip();
    }
}
