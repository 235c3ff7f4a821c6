package io.github.snapsweep.sweep;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The numbers of a range, each worked out, exactly, when it is asked for. */
final class RangeValues extends AbstractList<Value> implements RandomAccess {

    private final BigDecimal start;
    private final BigDecimal step;
    private final int count;
    private final boolean whole;

    RangeValues(BigDecimal start, BigDecimal step, int count, boolean whole) {
        this.start = start;
        this.step = step;
        this.count = count;
        this.whole = whole;
    }

    @Override
    public Value get(int index) {
        BigDecimal value = start.add(step.multiply(BigDecimal.valueOf(Objects.checkIndex(index, count))));
        return whole ? new Value.Int(value.toBigInteger()) : new Value.Decimal(value.doubleValue());
    }

    @Override
    public int size() {
        return count;
    }

    /** Two ranges are compared without working out their numbers. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RangeValues range ? isSame(range) : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    private boolean isSame(RangeValues other) {
        return count == other.count
                && whole == other.whole
                && start.compareTo(other.start) == 0
                && (count == 1 || step.compareTo(other.step) == 0);
    }
}
