package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of a function's arguments, in order. The first is always needed, the others may be left out.
 *
 * @param names at least one
 */
record Signature(List<String> names) {

    static Signature of(String... names) {
        return new Signature(List.of(names));
    }

    /** Those of the arguments that are given and not {@code null}, by name. */
    Map<String, Argument> bind(Arguments arguments) {
        Map<String, Argument> bound = new HashMap<>();
        for (Argument argument : arguments.positional()) {
            if (bound.size() == names.size()) {
                throw SweepFunctionProblems.tooMany(argument.place(), arguments.function(), names);
            }
            bound.put(names.get(bound.size()), argument);
        }
        arguments.named().forEach((name, argument) -> {
            if (!names.contains(name)) {
                throw SweepFunctionProblems.noSuchName(argument.place(), arguments.function(), name, names);
            }
            if (bound.put(name, argument) != null) {
                throw SweepFunctionProblems.namedTwice(argument.place(), arguments.function(), name);
            }
        });
        bound.values().removeIf(Argument::isNull);
        if (!bound.containsKey(names.get(0))) {
            throw SweepFunctionProblems.missing(arguments.place(), arguments.function(), names.get(0));
        }
        return bound;
    }
}
