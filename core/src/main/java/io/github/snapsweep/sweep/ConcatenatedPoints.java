package io.github.snapsweep.sweep;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Points of several sweeps, one sweep after the other. */
final class ConcatenatedPoints extends AbstractList<Point> implements RandomAccess {

    private final List<List<Point>> parts;
    private final int size;

    ConcatenatedPoints(List<List<Point>> parts) {
        this.parts = parts;
        this.size = parts.stream().mapToInt(List::size).sum();
    }

    @Override
    public Point get(int index) {
        int rest = index;
        for (List<Point> part : parts) {
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
