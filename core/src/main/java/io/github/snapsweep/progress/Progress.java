package io.github.snapsweep.progress;

/** Is told what a goal does, as it does it. */
public interface Progress {

    /** Something was done that its user wants to know. */
    void info(String line);

    /** Something is not as it should be, and the goal goes on. */
    void warn(String line);

    /**
     * Counted work went on.
     *
     * @param what what is counted: {@code tasks}
     * @param done how many are done
     * @param failed how many of those failed
     * @param total how many there are
     */
    void advance(String what, int done, int failed, int total);
}
