package io.github.snapsweep.snapshot;

import java.io.IOException;
import java.util.Optional;

/**
 * Something that is not as it should be, found by looking alone.
 *
 * @param what what it is
 * @param remedy what mends it: what the goal would do, or what to do by hand
 * @param mending mends it; empty when only its user can
 */
public record Ailment(String what, String remedy, Optional<Mending> mending) {

    /** Mends something. */
    @FunctionalInterface
    public interface Mending {
        void run() throws IOException;
    }

    /** One that the goal can mend. */
    public static Ailment mendable(String what, String remedy, Mending mending) {
        return new Ailment(what, remedy, Optional.of(mending));
    }

    /** One that its user has to see to. */
    public static Ailment byHand(String what, String remedy) {
        return new Ailment(what, remedy, Optional.empty());
    }
}
