package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.Problem;
import io.github.snapsweep.problem.SweepProblems;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
     * Reads a sweep, such as {@code lr=0.1,0.01 seed=range(0,10)}. A later override of a parameter replaces its values where
     * they are, and {@code ~} before a parameter drops it.
     *
     * @param project the folder that {@code glob} looks for files in
     * @throws Problem when the text names no parameter, is not of the language, drops a parameter that is not there, or leaves
     *     one without a value
     */
    public static Sweep parse(String text, Path project) {
        List<Assignment> overrides = OverrideSplitter.overrides(text, new Functions(project));
        if (overrides.isEmpty()) {
            throw SweepProblems.empty();
        }
        Factors factors = new Factors();
        overrides.forEach(factors::accept);
        return new Sweep(factors.all());
    }

    /** The sweep as a text that gives the same points for ever: what was left to chance has its seed in it. */
    public String text() {
        return factors.stream().map(Factor::override).collect(Collectors.joining("; "));
    }

    /** The parameters, in order of first mention. */
    public List<Factor> factors() {
        return factors;
    }

    /** The names of all parameters. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        factors.forEach(factor ->
                factor.members().keySet().stream().map(Point::withoutPrefix).forEach(keys::add));
        return keys;
    }

    /** Whether seeds were drawn: read again as it was written, it has other points. */
    boolean isDrawn() {
        return factors.stream().anyMatch(Factor::drawn);
    }

    /** Whether a point may come twice: a parameter has a value twice. */
    boolean repeats() {
        return factors.stream().anyMatch(Factor::repeats);
    }

    /** How many points there are: at least 1. */
    public BigInteger size() {
        return factors.stream()
                .map(factor -> BigInteger.valueOf(factor.size()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** How the size comes about: {@code lr 2 x seed 10}. */
    public String product() {
        return factors.stream()
                .map(factor -> factor.key() + " " + factor.size())
                .collect(Collectors.joining(" x "));
    }

    /**
     * The points in order, the last parameter varying fastest. Each is made when it is asked for.
     *
     * @throws Problem when there are more than a list can hold
     */
    public List<Point> points() {
        if (size().bitLength() >= Integer.SIZE) {
            throw SweepProblems.tooManyPoints(size(), Integer.MAX_VALUE, product());
        }
        return new Points(factors, size().intValueExact());
    }
}
