package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import java.math.BigDecimal;

/** {@code range(start, stop, step)}: from start on, step by step, to before stop; {@code range(stop)} starts at 0. */
final class Range implements Function {

    private static final Signature SIGNATURE = Signature.of(1, "start", "stop", "step");

    @Override
    public Element apply(Arguments arguments) {
        BoundArguments given = SIGNATURE.bind(arguments);
        boolean onlyStop = !given.has("stop");
        BigDecimal start = onlyStop ? BigDecimal.ZERO : given.number("start").decimal();
        BigDecimal stop = given.number(onlyStop ? "start" : "stop").decimal();
        BigDecimal step = given.decimal("step", BigDecimal.ONE);
        if (step.signum() == 0) {
            throw SweepFunctionProblems.zeroStep(given.get("step").place());
        }
        boolean whole = given.given().values().stream().allMatch(Range::isWhole);
        return new Element.Several(
                Element.SweepKind.RANGE, RangeValues.between(start, stop, step, whole, arguments.place()));
    }

    private static boolean isWhole(Argument argument) {
        return argument.element() instanceof Element.Single single && single.value() instanceof Value.Int;
    }
}
