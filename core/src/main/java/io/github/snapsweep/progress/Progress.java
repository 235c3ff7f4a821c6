package io.github.snapsweep.progress;

/** Is told what a goal does, as it does it. */
public interface Progress {

    /** Nobody wants to know. */
    Progress NONE = new Progress() {
        @Override
        public void info(String line) {}

        @Override
        public void warn(String line) {}

        @Override
        public Step begin(String what) {
            return Step.unseen();
        }

        @Override
        public Step count(String what, long total) {
            return Step.unseen();
        }
    };

    /** Something was done that its user wants to know. */
    void info(String line);

    /** Something is not as it should be, and the goal goes on. */
    void warn(String line);

    /**
     * Something begins that may take a while; it is closed when it is over, well or not. What takes less than a second is
     * never shown.
     *
     * @param what what is done: {@code reading files}
     */
    Step begin(String what);

    /**
     * What its user waits for begins: how it ended is told however short it was.
     *
     * @param what what is counted: {@code tasks}
     * @param total how many there are
     */
    Step count(String what, long total);

    /** Does something that may take a while, and of which nobody can say how far it is. */
    default <T, E extends Exception> T during(String what, Work<T, E> work) throws E {
        Step step = begin(what);
        try {
            return work.result();
        } finally {
            step.close();
        }
    }

    /** What is done meanwhile. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T result() throws E;
    }
}
