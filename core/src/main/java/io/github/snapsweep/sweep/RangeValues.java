package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import io.github.snapsweep.problem.TextPlace;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The numbers of a range, each worked out, exactly, when it is asked for. */
final class RangeValues extends AbstractList<Value> implements RandomAccess {

    private final BigDecimal start;
    private final BigDecimal stop;
    private final BigDecimal step;
    private final int count;
    private final boolean whole;

    private RangeValues(BigDecimal start, BigDecimal stop, BigDecimal step, int count, boolean whole) {
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.count = count;
        this.whole = whole;
    }

    /**
     * The numbers from one on to before another.
     *
     * @param step not 0
     * @param whole whether they are whole numbers
     * @param place where the range stands, for what may have to be said of it
     */
    static RangeValues between(BigDecimal start, BigDecimal stop, BigDecimal step, boolean whole, TextPlace place) {
        return new RangeValues(start, stop, step, count(stop.subtract(start), step, place), whole);
    }

    private static int count(BigDecimal distance, BigDecimal step, TextPlace place) {
        if (distance.signum() != step.signum()) {
            return 0;
        }
        BigDecimal[] parts = distance.divideAndRemainder(step);
        BigInteger count = parts[0].toBigInteger().add(BigInteger.valueOf(Math.abs(parts[1].signum())));
        if (count.bitLength() >= Integer.SIZE) {
            throw SweepFunctionProblems.longRange(place, count);
        }
        return count.intValueExact();
    }

    /** The same numbers, upwards or downwards. */
    RangeValues directed(boolean upwards) {
        if (count < 2 || upwards == step.signum() > 0) {
            return this;
        }
        BigDecimal last = start.add(step.multiply(BigDecimal.valueOf(count - 1L)));
        return new RangeValues(last, start.subtract(step), step.negate(), count, whole);
    }

    /**
     * The range with start, stop and step made whole numbers, towards 0, or floating point numbers.
     *
     * @throws io.github.snapsweep.problem.Problem when the step is none any more
     */
    RangeValues cast(boolean toWhole, TextPlace place) {
        if (!toWhole || whole) {
            return new RangeValues(start, stop, step, count, toWhole);
        }
        BigDecimal wholeStep = new BigDecimal(step.toBigInteger());
        if (wholeStep.signum() == 0) {
            throw SweepFunctionProblems.zeroStep(place);
        }
        return between(
                new BigDecimal(start.toBigInteger()), new BigDecimal(stop.toBigInteger()), wholeStep, true, place);
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
