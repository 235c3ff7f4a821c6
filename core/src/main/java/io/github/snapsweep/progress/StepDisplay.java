package io.github.snapsweep.progress;

import java.util.List;

/** Shows steps while they last. It is called by one thread at a time. */
public interface StepDisplay {

    /** Nothing to draw on: steps are told in lines. */
    StepDisplay NONE = new StepDisplay() {
        @Override
        public boolean show(List<StepView> steps) {
            return false;
        }

        @Override
        public void clear() {}
    };

    /**
     * Shows how the steps are that have taken more than a moment; called several times a second.
     *
     * @param steps those that are open, the first that began first
     * @return whether there was something to draw them on: otherwise they are told in lines
     */
    boolean show(List<StepView> steps);

    /** Nothing is to be shown any more: what was drawn goes. */
    void clear();
}
