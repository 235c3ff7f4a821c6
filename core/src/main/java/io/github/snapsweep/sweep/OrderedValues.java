package io.github.snapsweep.sweep;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The values of a list, in another order. */
final class OrderedValues extends AbstractList<Value> implements RandomAccess {

    private final List<Value> values;
    private final int[] order;

    /** @param order the place of each in the list */
    OrderedValues(List<Value> values, int[] order) {
        this.values = values;
        this.order = order.clone();
    }

    @Override
    public Value get(int index) {
        return values.get(order[index]);
    }

    @Override
    public int size() {
        return order.length;
    }
}
