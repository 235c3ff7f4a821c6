package io.github.snapsweep.launch;

import java.time.Duration;

/**
 * How long is waited before Slurm is asked again.
 *
 * @param first after a controller could not be reached for the first time; each time after, twice as long
 * @param longest at most
 * @param betweenLooks between two looks for a job whose submission got no answer
 */
record Pauses(Duration first, Duration longest, Duration betweenLooks) {

    static final Pauses USUAL = new Pauses(Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofSeconds(3));
}
