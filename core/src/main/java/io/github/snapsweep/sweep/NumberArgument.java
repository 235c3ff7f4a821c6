package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import java.math.BigDecimal;

/**
 * An argument that has to be a number.
 *
 * @param function whose it is
 * @param name its name there
 */
record NumberArgument(String function, String name, Argument argument) {

    /** A float counts as it is printed: 0.1 is a tenth, not the binary number next to it. */
    BigDecimal decimal() {
        if (argument.element() instanceof Element.Single single) {
            if (single.value() instanceof Value.Int whole) {
                return new BigDecimal(whole.value());
            }
            if (single.value() instanceof Value.Decimal decimal && Double.isFinite(decimal.value())) {
                return new BigDecimal(decimal.text());
            }
        }
        throw SweepFunctionProblems.noNumber(argument.place(), function, name);
    }

    /** How many of something there are to be: 1 at least. */
    int count() {
        if (argument.element() instanceof Element.Single single
                && single.value() instanceof Value.Int whole
                && whole.value().signum() > 0
                && whole.value().bitLength() < Integer.SIZE) {
            return whole.value().intValueExact();
        }
        throw SweepFunctionProblems.noCount(argument.place(), function, name);
    }

    /** What random numbers begin with. */
    long seed() {
        if (argument.element() instanceof Element.Single single
                && single.value() instanceof Value.Int whole
                && whole.value().bitLength() < Long.SIZE) {
            return whole.value().longValueExact();
        }
        throw SweepFunctionProblems.noSeed(argument.place(), function);
    }
}
