package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import java.util.ArrayList;
import java.util.List;

/** {@code choice(a, b)}: the values as they stand. */
final class Choice implements Function {

    @Override
    public Element apply(Arguments arguments) {
        arguments.named().forEach((name, argument) -> {
            throw SweepFunctionProblems.noSuchName(argument.place(), arguments.function(), name, List.of());
        });
        List<Argument> given = arguments.positional();
        if (given.isEmpty()) {
            throw SweepFunctionProblems.emptyChoice(arguments.place());
        }
        return new Element.Several(Element.SweepKind.CHOICE, given.size() == 1 ? only(given.get(0)) : each(given));
    }

    /** A choice that is simple, such as another function may give, becomes one in so many words. */
    private static List<Value> only(Argument argument) {
        return argument.element() instanceof Element.Several several
                        && several.kind() == Element.SweepKind.SIMPLE_CHOICE
                ? several.values()
                : each(List.of(argument));
    }

    private static List<Value> each(List<Argument> arguments) {
        List<Value> values = new ArrayList<>();
        for (Argument argument : arguments) {
            if (!(argument.element() instanceof Element.Single single)) {
                throw SweepFunctionProblems.nestedSweep(argument.place(), "choice");
            }
            if (argument.isNull()) {
                throw SweepFunctionProblems.nullValue(argument.place(), "choice");
            }
            values.add(single.value());
        }
        return List.copyOf(values);
    }
}
