package io.github.snapsweep.launch;

import io.github.snapsweep.problem.Problem;

/** An executor took no task: what was made for the launch can be taken back. */
final class NothingTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    NothingTaken(Problem problem) {
        super(problem);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
