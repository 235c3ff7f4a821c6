package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.IntFunction;

/**
 * {@code linspace(start, stop, n)}: n numbers at equal distances, both ends included. {@code logspace(start, stop, n)}: ten
 * to the power of each of those, or {@code base=2} another number, as NumPy has it: {@code logspace(-3,-1,3)} is 0.001,
 * 0.01, 0.1.
 */
record Spaced(Scale scale) implements Function {

    private static final Signature LINEAR = Signature.of(3, "start", "stop", "n");
    private static final Signature LOGARITHMIC = Signature.of(3, "start", "stop", "n", "base");

    @Override
    public Element apply(Arguments arguments) {
        BoundArguments given = (scale == Scale.LINEAR ? LINEAR : LOGARITHMIC).bind(arguments);
        BigDecimal start = given.number("start").decimal();
        BigDecimal stop = given.number("stop").decimal();
        int count = given.number("n").count();
        IntFunction<BigDecimal> step = place -> step(start, stop, place, count);
        if (scale == Scale.LINEAR) {
            return numbers(new NumberValues(count, place -> step.apply(place).doubleValue()));
        }
        BigDecimal base = given.decimal("base", BigDecimal.TEN);
        if (base.signum() <= 0) {
            throw SweepFunctionProblems.notPositive(given.get("base").place(), arguments.function(), "base");
        }
        return numbers(new NumberValues(count, place -> power(base, step.apply(place))));
    }

    private static Element numbers(List<Value> values) {
        return new Element.Several(Element.SweepKind.NUMBERS, values);
    }

    private static BigDecimal step(BigDecimal start, BigDecimal stop, int place, int count) {
        if (place == 0) {
            return start;
        }
        BigDecimal way = stop.subtract(start).multiply(BigDecimal.valueOf(place));
        return start.add(way.divide(BigDecimal.valueOf(count - 1L), MathContext.DECIMAL128));
    }

    /** Whole powers of ten are exact. */
    private static double power(BigDecimal base, BigDecimal exponent) {
        boolean whole =
                exponent.stripTrailingZeros().scale() <= 0 && exponent.abs().compareTo(BigDecimal.valueOf(400)) < 0;
        return whole && base.compareTo(BigDecimal.TEN) == 0
                ? BigDecimal.ONE.scaleByPowerOfTen(exponent.intValueExact()).doubleValue()
                : StrictMath.pow(base.doubleValue(), exponent.doubleValue());
    }
}
