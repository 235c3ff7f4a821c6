package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import io.github.snapsweep.problem.TextPlace;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The order of values: numbers by size, with false as 0 and true as 1, strings by their characters, lists value by value.
 *
 * @param place where they stand, for what may have to be said of two that cannot be compared
 */
record ValueOrder(TextPlace place) implements Comparator<Value> {

    @Override
    public int compare(Value one, Value other) {
        if (isNumber(one) && isNumber(other)) {
            return number(one, other);
        }
        if (isText(one) && isText(other)) {
            return Arrays.compare(
                    one.text().codePoints().toArray(), other.text().codePoints().toArray());
        }
        if (one instanceof Value.Items list && other instanceof Value.Items otherList) {
            return list(list.values(), otherList.values());
        }
        throw SweepFunctionProblems.noOrder(place, one.rendered() + " and " + other.rendered());
    }

    private static boolean isNumber(Value value) {
        return value instanceof Value.Int || value instanceof Value.Decimal || value instanceof Value.Bool;
    }

    private static boolean isText(Value value) {
        return value instanceof Value.Text || value instanceof Value.Quoted;
    }

    private static int number(Value one, Value other) {
        if (isExact(one) && isExact(other)) {
            return exact(one).compareTo(exact(other));
        }
        return Double.compare(inexact(one), inexact(other));
    }

    private static boolean isExact(Value value) {
        return !(value instanceof Value.Decimal decimal) || Double.isFinite(decimal.value());
    }

    private static BigDecimal exact(Value value) {
        if (value instanceof Value.Int whole) {
            return new BigDecimal(whole.value());
        }
        return value instanceof Value.Decimal decimal
                ? new BigDecimal(decimal.value())
                : BigDecimal.valueOf(((Value.Bool) value).value() ? 1 : 0);
    }

    private static double inexact(Value value) {
        return value instanceof Value.Decimal decimal
                ? decimal.value()
                : exact(value).doubleValue();
    }

    private int list(List<Value> one, List<Value> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int compared = compare(one.get(i), other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
