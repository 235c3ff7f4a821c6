package io.github.snapsweep.launch;

/** What is known of a part of a launch that was sent to Slurm. */
public enum PartState {
    /** It is written down before sbatch is started; without an answer nobody knows yet whether there is a job. */
    SENDING,
    /** Slurm has it; on this machine: it was begun. */
    TAKEN,
    /** Slurm did not take it: there is no job. */
    REFUSED,
    /** It was looked for and not found, and its tasks were sent again; should its job appear, its tasks do not run. */
    GIVEN_UP
}
