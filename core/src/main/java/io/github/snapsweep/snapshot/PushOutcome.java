package io.github.snapsweep.snapshot;

/**
 * How a push went.
 *
 * @param result how
 * @param remote where to
 * @param why what was wrong; empty when nothing was
 */
public record PushOutcome(Result result, String remote, String why) {

    /** How a push can go. */
    public enum Result {
        DONE,
        NO_REMOTE,
        /** What is there is not what was pushed. */
        MOVED,
        FAILED
    }
}
