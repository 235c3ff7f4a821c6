package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import java.util.Comparator;
import java.util.List;

/** {@code sort(...)}: the values in ascending order, or, with {@code reverse=true}, in descending order. */
final class Sort implements Function {

    private static final String REVERSE = "reverse";

    @Override
    public Element apply(Arguments arguments) {
        Argument operand = Operand.of(arguments, REVERSE).argument();
        boolean reverse = isReverse(arguments);
        if (operand.element() instanceof Element.Several several) {
            return new Element.Several(several.kind(), sorted(several.values(), reverse, operand));
        }
        if (operand.element() instanceof Element.Single single) {
            return single.value() instanceof Value.Items items
                    ? new Element.Single(new Value.Items(sorted(items.values(), reverse, operand)))
                    : single;
        }
        throw SweepFunctionProblems.noOrder(operand.place(), "a zip");
    }

    private static boolean isReverse(Arguments arguments) {
        Argument reverse = arguments.named(REVERSE);
        if (reverse == null) {
            return false;
        }
        if (reverse.element() instanceof Element.Single single && single.value() instanceof Value.Bool flag) {
            return flag.value();
        }
        throw SweepFunctionProblems.noFlag(reverse.place(), arguments.function(), REVERSE);
    }

    private static List<Value> sorted(List<Value> values, boolean reverse, Argument operand) {
        if (values instanceof RangeValues range) {
            return range.directed(!reverse);
        }
        if (values.size() < 2) {
            return values;
        }
        Comparator<Value> order = new ValueOrder(operand.place());
        return values.stream().sorted(reverse ? order.reversed() : order).toList();
    }
}
