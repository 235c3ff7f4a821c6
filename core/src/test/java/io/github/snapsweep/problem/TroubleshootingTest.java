package io.github.snapsweep.problem;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The manual has an entry for each message. An entry's heading is the message's first line in its own words, with {@code …}
 * where it says names, numbers and reasons.
 */
class TroubleshootingTest {

    private static final Path PAGE = Path.of("../src/site/markdown/troubleshooting.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^### (.+)$");

    /** What sbatch says, in the table of its refusals. */
    private static final Pattern SAID = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    /** What a message begins with before its own words: where a setting stands, or what cannot be read. */
    private static final Pattern OPENING = Pattern.compile("^(?:The sweep cannot be read: |AT: )");

    private static final Map<Type, List<Object>> SAMPLES = Map.ofEntries(
            entry(int.class, List.of(1, 2)),
            entry(Integer.class, List.of(1)),
            entry(long.class, List.of(7L)),
            entry(boolean.class, List.of(true, false)),
            entry(Path.class, List.of(Path.of("/PATH"))),
            entry(Duration.class, List.of(Duration.ofMinutes(3))),
            entry(BigInteger.class, List.of(BigInteger.TEN)),
            entry(TextPlace.class, List.of(new TextPlace("lr=0.1", 2))),
            entry(String[].class, List.of((Object) new String[] {"OTHER"})),
            entry(Exception.class, List.of(new IOException("REASON"))),
            entry(IOException.class, List.of(new IOException("REASON"))));

    static Stream<Method> messages() throws IOException, URISyntaxException {
        Path classes =
                Path.of(Problem.class.getResource("Problem.class").toURI()).getParent();
        try (Stream<Path> files = Files.list(classes)) {
            return files
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith("Problems.class"))
                    .map(TroubleshootingTest::classOf)
                    .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                    .filter(method -> Modifier.isPublic(method.getModifiers()) && !isPartOfAMessage(method))
                    .sorted(Comparator.comparing(Method::toString))
                    .toList()
                    .stream();
        }
    }

    private static Class<?> classOf(String file) {
        try {
            return Class.forName(Problem.class.getPackageName() + "." + file.replace(".class", ""));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isPartOfAMessage(Method method) {
        return method.getReturnType() == Optional.class // instead of an option
                || List.of("advice", "notAccepted", "notWhole", "noParameter", "moreThanOneParameter", "yaml")
                        .contains(method.getName());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theManualHasAnEntryFor(Method message) {
        List<Heading> headings = headings();
        assertThat(texts(message))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(headings)
                        .as(
                                "%s has no entry for%n  %s%nAdd one, with the message's own words for a heading and … for what changes:"
                                        + "%n  ### %s",
                                PAGE, text, text)
                        .anyMatch(heading -> heading.isFor(text)));
    }

    @Test
    void everyEntryIsForAMessageThatThereIs() throws IOException, URISyntaxException {
        List<String> texts =
                messages().flatMap(message -> texts(message).stream()).toList();

        assertThat(headings())
                .allSatisfy(heading -> assertThat(texts)
                        .as("no message reads as this entry of %s: %s", PAGE, heading)
                        .anyMatch(heading::isFor));
    }

    @Test
    void everyEntrySaysWhyAndWhatToDo() {
        Stream.of(page().split("(?m)^### ", -1)).skip(1).forEach(entry -> {
            String text = entry.substring(entry.indexOf('\n')).split("(?m)^## ", 2)[0];
            assertThat(text.strip().split("\n\n", -1))
                    .as("paragraphs of '%s'", entry.lines().findFirst().orElse(""))
                    .hasSizeGreaterThanOrEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void theTableOfRefusalsHas(SbatchRefusal refusal) {
        assertThat(SAID.matcher(page()).results().map(row -> SbatchRefusal.of(row.group(1))))
                .as("a row of %s with what sbatch says then", PAGE)
                .contains(refusal);
    }

    @Test
    void noEntryIsThereTwice() {
        assertThat(headings()).extracting(Heading::words).doesNotHaveDuplicates();
    }

    private static List<Heading> headings() {
        return HEADING.matcher(page())
                .results()
                .map(found -> Heading.of(found.group(1)))
                .toList();
    }

    /** An entry's heading, and the messages that it is for. */
    private record Heading(String words, Pattern pattern) {

        static Heading of(String written) {
            String words = written.replace("\\", "").replace("&lt;", "<").replace("&gt;", ">");
            return new Heading(
                    words,
                    Pattern.compile(
                            Stream.of(words.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"))));
        }

        boolean isFor(String text) {
            return pattern.matcher(text).matches();
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The first lines of all that a method can say, as far as its arguments choose. */
    private static List<String> texts(Method message) {
        return arguments(message.getGenericParameterTypes())
                .flatMap(arguments -> invoke(message, arguments.toArray()).stream())
                .map(text -> OPENING.matcher(text).replaceFirst(""))
                .map(text -> text.lines().findFirst().orElse("").replaceFirst("[.:]$", ""))
                .distinct()
                .toList();
    }

    private static Stream<List<Object>> arguments(Type... types) {
        Stream<List<Object>> all = Stream.of(List.of());
        for (int index = 0; index < types.length; index++) {
            List<Object> samples = samples(types[index], index);
            all = all.flatMap(before -> samples.stream()
                    .map(sample ->
                            Stream.concat(before.stream(), Stream.of(sample)).toList()));
        }
        return all;
    }

    private static List<Object> samples(Type type, int index) {
        if (type instanceof ParameterizedType generic) {
            Object element = samples(generic.getActualTypeArguments()[0], 1).get(0);
            return generic.getRawType() == Optional.class
                    ? List.of(Optional.of(element), Optional.empty())
                    : List.of(List.of(element), List.of(element, element), List.of());
        }
        return Optional.ofNullable(SAMPLES.get(type))
                .orElseGet(() -> type == String.class
                        ? List.of(index == 0 ? "AT" : "WORD" + index)
                        : fail("say in this test what a %s can be", type));
    }

    /** What a method says; nothing when it says nothing of such arguments, as of no paths at all. */
    private static Optional<String> invoke(Method message, Object... arguments) {
        try {
            Object said = message.invoke(null, arguments);
            return Optional.of(said instanceof Problem problem ? problem.getMessage() : String.valueOf(said));
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOf(IndexOutOfBoundsException.class);
            return Optional.empty();
        } catch (IllegalAccessException e) {
            throw new AssertionError(message + " cannot be called", e);
        }
    }
}
