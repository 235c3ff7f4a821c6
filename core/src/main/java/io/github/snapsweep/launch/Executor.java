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
     * Hands the tasks of the record's last attempt over, under the launch's guard.
     *
     * @return the record with what was sent; it is on disk already
     * @throws NothingTaken when nothing was taken, and so what was made can be taken back
     */
    LaunchRecord send(PreparedLaunch launch, LaunchRecord record) throws IOException, InterruptedException;

    /**
     * Sees to it that what was sent is run: Slurm does that by itself; on this machine the tasks are run to their end.
     *
     * @throws Problem when a task failed on this machine
     */
    void run(PreparedLaunch launch, LaunchRecord record) throws IOException, InterruptedException;
}
