package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SweepProblems;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/** A text that spans points: the values of each parameter against those of all others. */
public final class Sweep {

    private final List<Factor> factors;

    private Sweep(List<Factor> factors) {
        this.factors = factors;
    }

    /** No parameter at all: one point, with nothing in it. */
    public static Sweep none() {
        return new Sweep(List.of());
    }

    /**
     * Reads a sweep, such as {@code lr=0.1,0.01 seed=range(0,10)}.
     *
     * @throws Problem when the text names no parameter, is not of the language, or leaves a parameter without a value
     */
    public static Sweep parse(String text) {
        return none().overriddenBy(text);
    }

    /**
     * This sweep with the overrides of a later source: they replace values where they are, add parameters at the end,
     * and drop those with {@code ~} before them.
     *
     * @throws Problem as for {@link #parse}, and when a parameter to drop is not there
     */
    public Sweep overriddenBy(String text) {
        List<Assignment> overrides = OverrideSplitter.overrides(text);
        if (overrides.isEmpty()) {
            throw SweepProblems.empty();
        }
        Factors changed = new Factors(factors);
        overrides.forEach(changed::accept);
        return new Sweep(changed.all());
    }

    /** The parameters, in order of first mention. */
    public List<Factor> factors() {
        return factors;
    }

    /** How many points there are: at least 1. */
    public BigInteger size() {
        return factors.stream()
                .map(factor -> BigInteger.valueOf(factor.values().size()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** How the size comes about: {@code lr 2 x seed 10}. */
    public String product() {
        return factors.stream()
                .map(factor -> factor.key() + " " + factor.values().size())
                .collect(Collectors.joining(" x "));
    }

    /**
     * The points in order, the last parameter varying fastest. Each is made when it is asked for.
     *
     * @throws Problem when there are more than a list can hold
     */
    public List<Point> points() {
        return points(Integer.MAX_VALUE);
    }

    /**
     * The points, of which there may be so many and no more.
     *
     * @throws Problem when there are more; it tells the factors
     */
    public List<Point> points(int most) {
        requireAtMost(most);
        return new Points(factors, size().intValueExact());
    }

    /**
     * Does nothing when there are no more points than this.
     *
     * @throws Problem when there are more; it tells the factors
     */
    public void requireAtMost(int most) {
        if (size().compareTo(BigInteger.valueOf(most)) > 0) {
            throw SweepProblems.tooManyPoints(size(), most, product());
        }
    }
}
