package io.github.snapsweep.launch;

import io.github.snapsweep.config.SlurmSettings;
import io.github.snapsweep.problem.SweepProblems;
import io.github.snapsweep.sweep.Point;
import io.github.snapsweep.sweep.Sweep;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The points of a launch, in the order of its tasks: those of several sweeps come one sweep after the other. */
final class Tasks extends AbstractList<Point> {

    private final List<Sweep> sweeps;
    private final List<List<Point>> points;
    private final int size;

    private Tasks(List<Sweep> sweeps, List<List<Point>> points) {
        this.sweeps = sweeps;
        this.points = points;
        this.size = points.stream().mapToInt(List::size).sum();
    }

    /** @throws io.github.snapsweep.problem.Problem when a sweep is none, or there are more points than allowed */
    static Tasks of(SlurmSettings.Sweep settings) {
        List<Sweep> sweeps = settings.texts().isEmpty()
                ? List.of(Sweep.none())
                : settings.texts().stream().map(Sweep::parse).toList();
        BigInteger total = sweeps.stream().map(Sweep::size).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.compareTo(BigInteger.valueOf(settings.maxPoints())) > 0) {
            String products = sweeps.stream().map(Sweep::product).collect(Collectors.joining(" + "));
            throw SweepProblems.tooManyPoints(total, settings.maxPoints(), products);
        }
        List<List<Point>> points = new ArrayList<>();
        sweeps.forEach(sweep -> points.add(sweep.points()));
        return new Tasks(sweeps, points);
    }

    /** {@code size 2 x p 10 x seed 5}. */
    String product() {
        return sweeps.stream().map(Sweep::product).collect(Collectors.joining(" + "));
    }

    @Override
    public Point get(int index) {
        int rest = index;
        for (List<Point> part : points) {
            if (rest < part.size()) {
                return part.get(rest);
            }
            rest -= part.size();
        }
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public int size() {
        return size;
    }
}
