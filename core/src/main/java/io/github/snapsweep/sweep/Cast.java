package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import io.github.snapsweep.problem.TextPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code int(...)}, {@code str(...)} and their like: a value as another kind of value, or each of several. In lists and
 * dictionaries each value is cast, and of a range its ends and its step.
 */
final class Cast implements Function {

    private static final String VALUE = "value";

    private final Conversion conversion;
    private final Optional<Boolean> wholeNumbers;

    /** A cast to something that no range can be. */
    Cast(Conversion conversion) {
        this(conversion, Optional.empty());
    }

    private Cast(Conversion conversion, Optional<Boolean> wholeNumbers) {
        this.conversion = conversion;
        this.wholeNumbers = wholeNumbers;
    }

    /** A cast to numbers, which ranges can be cast to as well. */
    static Cast ofNumbers(Conversion conversion, boolean whole) {
        return new Cast(conversion, Optional.of(whole));
    }

    /** Makes one value another. */
    @FunctionalInterface
    interface Conversion {
        /**
         * The other value.
         *
         * @throws io.github.snapsweep.problem.Problem when it cannot be one
         */
        Value apply(Value value, TextPlace place);
    }

    @Override
    public Element apply(Arguments arguments) {
        arguments.requireNames(List.of(VALUE));
        List<Argument> given = new ArrayList<>(arguments.positional());
        Argument named = arguments.named().get(VALUE);
        if (named != null) {
            given.add(named);
        }
        if (given.isEmpty() || (named != null && given.size() > 1)) {
            throw SweepFunctionProblems.nothingToCast(arguments.place(), arguments.function());
        }
        return given.size() == 1 ? cast(given.get(0), arguments) : choice(given, arguments);
    }

    private Element choice(List<Argument> given, Arguments arguments) {
        List<Value> values = new ArrayList<>();
        for (Argument argument : given) {
            if (!(argument.element() instanceof Element.Single single)) {
                throw SweepFunctionProblems.nestedSweep(argument.place(), arguments.function());
            }
            values.add(conversion.apply(single.value(), argument.place()));
        }
        return new Element.Several(Element.SweepKind.SIMPLE_CHOICE, List.copyOf(values));
    }

    private Element cast(Argument argument, Arguments arguments) {
        if (argument.element() instanceof Element.Single single) {
            return new Element.Single(conversion.apply(single.value(), argument.place()));
        }
        if (!(argument.element() instanceof Element.Several several)) {
            throw SweepFunctionProblems.nestedSweep(argument.place(), arguments.function());
        }
        if (several.values() instanceof RangeValues range) {
            boolean whole = wholeNumbers.orElseThrow(
                    () -> SweepFunctionProblems.castRange(argument.place(), arguments.function()));
            return new Element.Several(several.kind(), range.cast(whole, argument.place()));
        }
        return new Element.Several(
                several.kind(),
                several.values().stream()
                        .map(value -> conversion.apply(value, argument.place()))
                        .toList());
    }
}
