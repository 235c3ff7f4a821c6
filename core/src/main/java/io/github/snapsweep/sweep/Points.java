package io.github.snapsweep.sweep;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;

/** The points of a sweep in order, the last parameter varying fastest; each is made when it is asked for. */
final class Points extends AbstractList<Point> implements RandomAccess {

    private final List<Factor> factors;
    private final int size;

    /** All points of these factors, which are so many. */
    Points(List<Factor> factors, int size) {
        this.factors = factors;
        this.size = size;
    }

    @Override
    public Point get(int index) {
        Map<String, Value> values = new LinkedHashMap<>();
        int rest = Objects.checkIndex(index, size);
        int block = size;
        for (Factor factor : factors) {
            block /= factor.size();
            int step = rest / block;
            factor.members().forEach((key, each) -> values.put(key, each.get(step)));
            rest %= block;
        }
        return new Point(values);
    }

    @Override
    public int size() {
        return size;
    }
}
