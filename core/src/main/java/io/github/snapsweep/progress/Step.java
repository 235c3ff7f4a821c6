package io.github.snapsweep.progress;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Something that takes a while, from its beginning to its end. Those who do the work count here, by as many threads as there
 * are; those who show it look now and then.
 */
public final class Step implements AutoCloseable {

    private static final long UNKNOWN = -1;

    private final String what;
    private final boolean endIsTold;
    private final LongSupplier nanos;
    private final Consumer<Step> atEnd;
    private final long begun;
    private final LongAdder done = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile long total = UNKNOWN;
    private volatile boolean certain = true;

    /**
     * Begins.
     *
     * @param what what is done, or counted: {@code reading files}, {@code tasks}
     * @param endIsTold whether its end is worth a line however short it was
     * @param nanos what time it is
     * @param atEnd is told when it ends
     */
    Step(String what, boolean endIsTold, LongSupplier nanos, Consumer<Step> atEnd) {
        this.what = what;
        this.endIsTold = endIsTold;
        this.nanos = nanos;
        this.atEnd = atEnd;
        this.begun = nanos.getAsLong();
    }

    /** A step that nobody looks at. */
    public static Step unseen() {
        return new Step("", false, System::nanoTime, step -> {});
    }

    /** Says how many there are. */
    public Step of(long all) {
        total = all;
        return this;
    }

    /** One more is done. */
    public void advance() {
        done.increment();
    }

    /** So many more are done. */
    public void advance(long more) {
        done.add(more);
    }

    /** One of those that are done failed. */
    public void fail() {
        failed.increment();
    }

    /**
     * Says where it is, where somebody else counts.
     *
     * @param allDone how many are done, of which
     * @param allFailed so many failed
     * @param isCertain whether nothing is in doubt: otherwise nobody can say how long the rest will take
     */
    public void reach(long allDone, long allFailed, boolean isCertain) {
        done.add(allDone - done.sum());
        failed.add(allFailed - failed.sum());
        certain = isCertain;
    }

    /** How it is at this moment. */
    Moment now() {
        return new Moment(what, done.sum(), failed.sum(), total, certain, nanos.getAsLong() - begun);
    }

    boolean isEndTold() {
        return endIsTold;
    }

    @Override
    public void close() {
        atEnd.accept(this);
    }
}
