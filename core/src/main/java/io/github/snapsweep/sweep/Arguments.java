package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import io.github.snapsweep.problem.TextPlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a function is called with: arguments by position, and behind them those by name. */
final class Arguments {

    private final TextPlace place;
    private final String function;
    private final List<Argument> positional = new ArrayList<>();
    private final Map<String, Argument> named = new LinkedHashMap<>();

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
