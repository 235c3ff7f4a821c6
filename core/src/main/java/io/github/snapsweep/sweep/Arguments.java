package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import io.github.snapsweep.problem.TextPlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What a function is called with: arguments by position, and behind them those by name. */
final class Arguments {

    /** Seeds are drawn below this: short enough to be typed again. */
    private static final int LARGEST_SEED = 1_000_000_000;

    private final TextPlace place;
    private final String function;
    private final List<Argument> positional = new ArrayList<>();
    private final Map<String, Argument> named = new LinkedHashMap<>();
    private OptionalLong drawn = OptionalLong.empty();

    /** None yet, of a call of this function here. */
    Arguments(TextPlace place, String function) {
        this.place = place;
        this.function = function;
    }

    /** Where the call stands. */
    TextPlace place() {
        return place;
    }

    /** The function's name. */
    String function() {
        return function;
    }

    List<Argument> positional() {
        return Collections.unmodifiableList(positional);
    }

    Map<String, Argument> named() {
        return Collections.unmodifiableMap(named);
    }

    /** The argument of a name; null when it is not given, or {@code null}. */
    @Nullable
    Argument named(String name) {
        Argument argument = named.get(name);
        return argument == null || argument.isNull() ? null : argument;
    }

    /** Makes sure that no argument has any other name. */
    void requireNames(List<String> names) {
        named.forEach((name, argument) -> {
            if (!names.contains(name)) {
                throw SweepFunctionProblems.noSuchName(argument.place(), function, name, names);
            }
        });
    }

    /** The seed that was given, or one that is drawn now. */
    long seed(@Nullable Argument given) {
        if (given != null) {
            return new NumberArgument(function, "seed", given).seed();
        }
        drawn = OptionalLong.of(ThreadLocalRandom.current().nextInt(LARGEST_SEED));
        return drawn.getAsLong();
    }

    /** The seed that was drawn, which the text lacks. */
    OptionalLong drawn() {
        return drawn;
    }

    void add(Argument argument) {
        if (!named.isEmpty()) {
            throw SweepFunctionProblems.positionalBehindNamed(argument.place(), function);
        }
        positional.add(argument);
    }

    void add(String name, Argument argument) {
        if (named.put(name, argument) != null) {
            throw SweepFunctionProblems.namedTwice(argument.place(), function, name);
        }
    }
}
