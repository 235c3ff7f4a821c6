package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import io.github.snapsweep.problem.TextPlace;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/** {@code range(start, stop, step)}: from start on, step by step, to before stop; {@code range(stop)} starts at 0. */
final class Range implements Function {

    private static final Signature SIGNATURE = Signature.of("start", "stop", "step");

    @Override
    public Element apply(Arguments arguments) {
        Map<String, Argument> given = SIGNATURE.bind(arguments);
        boolean onlyStop = !given.containsKey("stop");
        BigDecimal start = onlyStop ? BigDecimal.ZERO : number(given, "start", BigDecimal.ZERO);
        BigDecimal stop = number(given, onlyStop ? "start" : "stop", BigDecimal.ZERO);
        BigDecimal step = step(given);
        boolean whole = given.values().stream().allMatch(Range::isWhole);
        int count = count(stop.subtract(start), step, arguments.place());
        return new Element.Several(Element.SweepKind.RANGE, new RangeValues(start, step, count, whole));
    }

    private static BigDecimal step(Map<String, Argument> given) {
        Argument argument = given.get("step");
        BigDecimal step = number(given, "step", BigDecimal.ONE);
        if (argument != null && step.signum() == 0) {
            throw SweepFunctionProblems.zeroStep(argument.place());
        }
        return step;
    }

    private static boolean isWhole(Argument argument) {
        return argument.element() instanceof Element.Single single && single.value() instanceof Value.Int;
    }

    /** A float counts as it is printed: 0.1 is a tenth, not the binary number next to it. */
    private static BigDecimal number(Map<String, Argument> given, String name, BigDecimal otherwise) {
        Argument argument = given.get(name);
        if (argument == null) {
            return otherwise;
        }
        if (argument.element() instanceof Element.Single single) {
            if (single.value() instanceof Value.Int whole) {
                return new BigDecimal(whole.value());
            }
            if (single.value() instanceof Value.Decimal decimal && Double.isFinite(decimal.value())) {
                return new BigDecimal(decimal.text());
            }
        }
        throw SweepFunctionProblems.noNumber(argument.place(), "range", name);
    }

    private static int count(BigDecimal distance, BigDecimal step, TextPlace place) {
        if (distance.signum() != step.signum()) {
            return 0;
        }
        BigDecimal[] parts = distance.divideAndRemainder(step);
        BigInteger count = parts[0].toBigInteger().add(BigInteger.valueOf(Math.abs(parts[1].signum())));
        if (count.bitLength() >= Integer.SIZE) {
            throw SweepFunctionProblems.longRange(place, count);
        }
        return count.intValueExact();
    }
}
