package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;

/**
 * {@code uniform(start, stop, n, seed=1)}: n numbers by chance, at least start and below stop, the same for a seed; {@code
 * loguniform}: with each order of magnitude as likely. Without a seed it is drawn, once, and written into the text that is
 * recorded.
 */
record Uniform(Scale scale) implements Function {

    private static final Signature SIGNATURE = Signature.of(3, "start", "stop", "n", "seed");

    @Override
    public Element apply(Arguments arguments) {
        BoundArguments given = SIGNATURE.bind(arguments);
        String function = arguments.function();
        double start = given.number("start").decimal().doubleValue();
        double stop = given.number("stop").decimal().doubleValue();
        int count = given.number("n").count();
        if (start >= stop) {
            throw SweepFunctionProblems.emptyInterval(given.get("stop").place(), function);
        }
        if (scale == Scale.LOGARITHMIC && start <= 0) {
            throw SweepFunctionProblems.notPositive(given.get("start").place(), function, "start");
        }
        Draws draws = new Draws(arguments.seed(given.find("seed")));
        return new Element.Several(
                Element.SweepKind.NUMBERS, new NumberValues(count, place -> between(start, stop, draws.at(place))));
    }

    /** The same on every machine; and rounding must not give the end itself. */
    private double between(double start, double stop, double part) {
        double number = scale == Scale.LINEAR
                ? start + part * (stop - start)
                : StrictMath.exp(StrictMath.log(start) + part * (StrictMath.log(stop) - StrictMath.log(start)));
        return Math.min(Math.max(number, start), Math.nextDown(stop));
    }
}
