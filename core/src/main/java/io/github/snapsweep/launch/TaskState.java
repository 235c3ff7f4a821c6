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
    /** Ended with an exit code that is not 0, or could not run. */
    FAILED,
    /** Was ended at its time limit. */
    TIMEOUT,
    /** Was cancelled. */
    CANCELLED,
    /** Nobody can say; it is not taken for an end. */
    UNKNOWN;

    /** Whether it will not run any more by itself. */
    public boolean isEnd() {
        return this == COMPLETED || this == FAILED || this == TIMEOUT || this == CANCELLED;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
