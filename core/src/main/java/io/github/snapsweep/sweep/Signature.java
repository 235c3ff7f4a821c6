package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of a function's arguments, in order.
 *
 * @param needed how many of them, from the first on, must be given
 * @param names at least one
 */
record Signature(int needed, List<String> names) {

    static Signature of(int needed, String... names) {
        return new Signature(needed, List.of(names));
    }

    /** Those of the arguments that are given and not {@code null}, by name. */
    BoundArguments bind(Arguments arguments) {
        Map<String, Argument> bound = new HashMap<>();
        for (Argument argument : arguments.positional()) {
            if (bound.size() == names.size()) {
                throw SweepFunctionProblems.tooMany(argument.place(), arguments.function(), names);
            }
            bound.put(names.get(bound.size()), argument);
        }
        arguments.requireNames(names);
        arguments.named().forEach((name, argument) -> {
            if (bound.put(name, argument) != null) {
                throw SweepFunctionProblems.namedTwice(argument.place(), arguments.function(), name);
            }
        });
        bound.values().removeIf(Argument::isNull);
        for (String name : names.subList(0, needed)) {
            if (!bound.containsKey(name)) {
                throw SweepFunctionProblems.missing(arguments.place(), arguments.function(), name, names);
            }
        }
        return new BoundArguments(arguments.function(), bound);
    }
}
