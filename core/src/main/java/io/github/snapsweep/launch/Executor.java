package io.github.snapsweep.launch;

import io.github.snapsweep.problem.Problem;
import java.io.IOException;
import java.util.List;

/** Runs the tasks of a launch that is written down already. */
sealed interface Executor permits SlurmExecutor, LocalExecutor {

    ExecutorKind kind();

    /**
     * Makes sure, before anything is made, that tasks can be handed over.
     *
     * @throws Problem when they cannot
     */
    void requireReady();

    /** What would be run, as a person would type it; one line for each array. */
    List<String> preview(PreparedLaunch launch) throws InterruptedException;

    /**
     * Hands the tasks over. Slurm takes them and this returns; on this machine they are run to their end.
     *
     * @return the record with what was submitted; it is on disk already
     * @throws NothingTaken when nothing was taken, and so what was made can be taken back
     */
    LaunchRecord run(PreparedLaunch launch, LaunchRecord record) throws IOException, InterruptedException;
}
