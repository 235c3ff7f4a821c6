package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code sort} and {@code shuffle} put in another order: a sweep, a list, or several values without parts, which are a
 * choice then. It may be given by the name {@code sweep} or {@code list}.
 *
 * @param argument the sweep or list, or the only value
 */
record Operand(Argument argument) {

    private static final String SWEEP = "sweep";
    private static final String LIST = "list";

    /** @param options the names of the function's other arguments */
    static Operand of(Arguments arguments, String... options) {
        List<String> names = new ArrayList<>(List.of(SWEEP, LIST));
        names.addAll(List.of(options));
        arguments.requireNames(names);
        List<Argument> given = new ArrayList<>(arguments.positional());
        Argument sweep = arguments.named(SWEEP);
        Argument list = arguments.named(LIST);
        if (sweep != null) {
            given.add(sweep);
        }
        if (list != null) {
            given.add(list);
        }
        boolean named = sweep != null || list != null;
        if (given.isEmpty()) {
            throw SweepFunctionProblems.nothingGiven(arguments.place(), arguments.function());
        }
        given.stream().filter(Argument::isNull).findFirst().ifPresent(none -> {
            throw SweepFunctionProblems.nullValue(none.place(), arguments.function());
        });
        if (named && given.size() > 1) {
            throw SweepFunctionProblems.oneOfMany(given.get(1).place(), arguments.function());
        }
        if (sweep != null && sweep.element() instanceof Element.Single) {
            throw SweepFunctionProblems.noSweep(sweep.place(), arguments.function());
        }
        if (list != null
                && !(list.element() instanceof Element.Single single && single.value() instanceof Value.Items)) {
            throw SweepFunctionProblems.noList(list.place(), arguments.function());
        }
        return new Operand(given.size() == 1 ? given.get(0) : choice(given, arguments));
    }

    private static Argument choice(List<Argument> given, Arguments arguments) {
        List<Value> values = new ArrayList<>();
        for (Argument argument : given) {
            boolean primitive = argument.element() instanceof Element.Single single
                    && !(single.value() instanceof Value.Items)
                    && !(single.value() instanceof Value.Dict);
            if (!primitive) {
                throw SweepFunctionProblems.oneOfMany(argument.place(), arguments.function());
            }
            values.add(((Element.Single) argument.element()).value());
        }
        return new Argument(
                new Element.Several(Element.SweepKind.SIMPLE_CHOICE, List.copyOf(values)), arguments.place());
    }
}
