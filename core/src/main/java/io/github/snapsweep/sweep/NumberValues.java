package io.github.snapsweep.sweep;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntToDoubleFunction;

/** Floating point numbers, each worked out when it is asked for. */
final class NumberValues extends AbstractList<Value> implements RandomAccess {

    private final int count;
    private final IntToDoubleFunction number;

    /** @param number gives the number at a place, the same each time */
    NumberValues(int count, IntToDoubleFunction number) {
        this.count = count;
        this.number = number;
    }

    @Override
    public Value get(int index) {
        return new Value.Decimal(number.applyAsDouble(Objects.checkIndex(index, count)));
    }

    @Override
    public int size() {
        return count;
    }
}
