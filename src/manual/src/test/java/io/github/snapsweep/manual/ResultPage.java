package io.github.snapsweep.manual;

import io.github.snapsweep.config.Configuration;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manual's page of all fields of all result files: those of the record that each goal's {@code run} gives. */
final class ResultPage {

    private static final String OPENING = """
            <!-- Written by a program: mvn test -Dmanual.write -->

            # Result files

            With `-Dslurm.resultFile=F`, or `-Dsnapshot.resultFile=F`, a goal writes what happened as JSON. The file is removed
            when the goal begins, and written whole at its end, also when the goal fails. A goal that is skipped, or whose
            settings cannot be read, writes none.

            Fields that have no value are left out. Times are ISO 8601, in UTC unless said otherwise, and so are durations
            (`PT1M30S`). There may be more fields in a later release: pass over those that you do not know. `resultSchema`
            grows when one changes its meaning.

            Each file begins with

            """;

    private static final String FAILED = """

            and then has the fields of one of the records below. A goal that fails has these only when there is something to
            tell: `slurm:wait`, and `slurm:submit`, `slurm:retry` and `slurm:cancel` when they wait, have those of
            `LaunchStatus`.

            """;

    private final List<GoalText> goals;

    ResultPage(List<GoalText> goals) {
        this.goals = goals;
    }

    String markdown() {
        Map<Class<?>, Set<String>> results = new LinkedHashMap<>();
        goals.forEach(goal -> results.computeIfAbsent(result(goal), type -> new LinkedHashSet<>())
                .add("`" + goal.fullName() + "`"));
        String rows = results.entrySet().stream()
                .map(entry -> "| " + String.join(", ", entry.getValue()) + " | " + link(entry.getKey()) + " |\n")
                .collect(Collectors.joining());
        Set<Class<?>> records = new LinkedHashSet<>();
        results.keySet().forEach(type -> collect(type, records));
        return OPENING + table(head()) + FAILED + "| goal | record |\n|---|---|\n" + rows
                + records.stream().map(ResultPage::section).collect(Collectors.joining());
    }

    /** What a goal's result file has. */
    static Class<?> result(GoalText goal) {
        Class<?> type = classOf(goal.implementation());
        Class<?> result = Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("run") && !method.isBridge())
                .filter(method -> List.of(method.getParameterTypes()).equals(List.of(Configuration.class)))
                .map(Method::getReturnType)
                .findFirst()
                .orElseThrow();
        if (!result.isRecord()) {
            throw new AssertionError(goal.fullName() + ": let the method 'run' of " + type.getSimpleName()
                    + " name the record that it gives, for the manual");
        }
        return result;
    }

    /** What each file begins with. */
    static Class<?> head() {
        return classOf("io.github.snapsweep.maven.ResultHead");
    }

    private static Class<?> classOf(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static void collect(Class<?> record, Set<Class<?>> into) {
        if (into.add(record)) {
            Stream.of(record.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .flatMap(ResultPage::parts)
                    .filter(Class::isRecord)
                    .forEach(part -> collect(part, into));
        }
    }

    private static Stream<Class<?>> parts(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Stream.of(generic.getActualTypeArguments()).flatMap(ResultPage::parts);
        }
        return Stream.of((Class<?>) type);
    }

    private static String section(Class<?> record) {
        return "\n## " + record.getSimpleName() + "\n\n" + RecordText.of(record).meaning() + "\n\n" + table(record);
    }

    private static String table(Class<?> record) {
        RecordText text = RecordText.of(record);
        return Stream.of(record.getRecordComponents())
                .map(field -> "| `" + field.getName() + "` | " + kind(field.getGenericType()) + " | "
                        + text.of(field.getName(), record).replace("|", "\\|") + " |\n")
                .collect(Collectors.joining("", "| field | | |\n|---|---|---|\n", ""));
    }

    private static String kind(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return Collection.class.isAssignableFrom((Class<?>) generic.getRawType())
                    ? "list: " + kind(arguments[0])
                    : "map: " + kind(arguments[1]);
        }
        return kind((Class<?>) type);
    }

    private static String kind(Class<?> type) {
        if (type.isRecord()) {
            return link(type);
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(constant -> "`" + ((Enum<?>) constant).name().toLowerCase(Locale.ROOT) + "`")
                    .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "text";
        }
        if (type == Path.class) {
            return "path";
        }
        if (type == Duration.class) {
            return "duration";
        }
        if (type == Instant.class || Temporal.class.isAssignableFrom(type)) {
            return "time";
        }
        return type == boolean.class ? "`true` or `false`" : "number";
    }

    private static String link(Class<?> record) {
        return "[" + record.getSimpleName() + "](#" + record.getSimpleName() + ")";
    }
}
