package io.github.snapsweep.slurm;

import io.github.snapsweep.problem.SlurmProblems;
import io.github.snapsweep.process.Answer;

/** What came of a submission. */
public sealed interface SbatchAnswer {

    /** The job exists. */
    record Submitted(JobId job) implements SbatchAnswer {}

    /**
     * There is no job.
     *
     * @param text what sbatch said
     * @param advice which setting to change, and which command shows what is allowed: one line or more
     */
    record Refused(String text, String advice) implements SbatchAnswer {}

    /**
     * There is no job: the controller could not be reached. The same words may do in a moment.
     *
     * @param text what sbatch said
     */
    record Unreached(String text) implements SbatchAnswer {}

    /**
     * The job may exist, or come to exist while nobody looks: a controller that hung takes the request up again. Look
     * for it by its token; a blind second try runs everything twice.
     *
     * @param text what sbatch said
     */
    record Uncertain(String text) implements SbatchAnswer {}

    /** Reads sbatch's answer: an id is believed only of a sbatch that ended well. */
    static SbatchAnswer parse(Answer answer) {
        String said = SbatchSayings.text(answer);
        if (answer.succeeded()) {
            return SbatchSayings.job(answer.out())
                    .<SbatchAnswer>map(Submitted::new)
                    .orElseGet(() -> new Uncertain(said));
        }
        if (SbatchSayings.isUncertain(answer)) {
            return new Uncertain(said);
        }
        return SbatchSayings.isUnreached(answer.err())
                ? new Unreached(said)
                : new Refused(said, SlurmProblems.advice(said));
    }
}
