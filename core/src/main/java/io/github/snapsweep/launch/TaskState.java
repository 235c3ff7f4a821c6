package io.github.snapsweep.launch;

import java.util.Locale;

/** What became of a task. */
public enum TaskState {
    /** Waits for its turn. */
    PENDING,
    /** Runs. */
    RUNNING,
    /** Ended well. */
    COMPLETED,
    /** Ended with an exit code that is not 0, could not run, or was lost with its node. */
    FAILED,
    /** Was ended at its time limit. */
    TIMEOUT,
    /** Was cancelled. */
    CANCELLED,
    /** Was never sent: the submission stopped before it. */
    NOT_SUBMITTED,
    /** Nobody can say; it is not taken for an end. */
    UNKNOWN;

    /** Whether it will not run any more by itself. */
    public boolean isEnd() {
        return this != PENDING && this != RUNNING && this != UNKNOWN;
    }

    /** {@code not submitted}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
