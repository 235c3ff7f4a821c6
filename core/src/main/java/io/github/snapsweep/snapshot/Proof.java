package io.github.snapsweep.snapshot;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * A claim that was put to the test.
 *
 * @param claim what is claimed
 * @param holds whether it is so
 * @param detail what was seen, or what to do about it when it does not hold; empty when there is nothing to say
 * @param exceptions what speaks against it; empty when it holds
 * @param took how long the test took
 */
public record Proof(String claim, boolean holds, String detail, List<String> exceptions, Duration took) {

    public Proof {
        exceptions = List.copyOf(exceptions);
    }

    /** Tests a claim. */
    static Proof of(String claim, Supplier<Finding> test) {
        long start = System.nanoTime();
        Finding finding = test.get();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new Proof(claim, finding.exceptions().isEmpty(), finding.detail(), finding.exceptions(), took);
    }

    /**
     * What a test saw.
     *
     * @param detail what there is to say; where something speaks against the claim, what to do about it
     * @param exceptions what speaks against the claim
     */
    record Finding(String detail, List<String> exceptions) {}
}
