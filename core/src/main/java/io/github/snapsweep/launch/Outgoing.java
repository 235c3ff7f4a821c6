package io.github.snapsweep.launch;

import io.github.snapsweep.slurm.Submission;
import java.io.IOException;
import java.util.List;

/** A job, or an array of jobs, that is to be sent to Slurm as one part of a launch. */
interface Outgoing {

    /** How many tasks it has; a build has none. */
    int tasks();

    /**
     * What is submitted.
     *
     * @param number the part's number
     * @param before what of this attempt was sent before it
     */
    Submission submission(int number, List<Part> before);

    /** The part that it is, as it is about to be sent. */
    Part part(int number, Submission submission);

    /** Writes what the part's jobs need to be there. */
    void write(Part part) throws IOException;
}
