package io.github.snapsweep.process;

/**
 * What a command answered.
 *
 * @param command what was run
 * @param exit its exit status; 128 + signal when a signal ended it
 * @param out its standard output
 * @param err its standard error
 * @param timedOut whether it was killed at its time limit; what it did by then is unknown
 */
public record Answer(Command command, int exit, String out, String err, boolean timedOut) {

    /** Whether it ended by itself, with status 0. */
    public boolean succeeded() {
        return exit == 0 && !timedOut;
    }
}
