package io.github.snapsweep.slurm;

import io.github.snapsweep.process.Answer;
import java.util.Optional;

/**
 * What Slurm knows, or that it could not be asked. The two are never mixed up: a query that failed says nothing about
 * any job, least of all that it has ended.
 *
 * @param <T> what was asked for
 */
public sealed interface Reply<T> {

    /** Slurm answered. */
    record Known<T>(T value) implements Reply<T> {}

    /**
     * Slurm did not answer.
     *
     * @param reason why, in its own words where it had any
     */
    record Unavailable<T>(String reason) implements Reply<T> {}

    /** What is known; empty when Slurm did not answer. */
    default Optional<T> known() {
        return this instanceof Known<T> answered ? Optional.of(answered.value()) : Optional.empty();
    }

    /** Whether the controller could not be reached: the same question may be answered in a moment. */
    default boolean isUnreached() {
        return this instanceof Unavailable<T> silent && SbatchSayings.isUnreached(silent.reason());
    }

    /** No answer, with what the command said instead. */
    static <T> Reply<T> unavailable(Answer answer) {
        String said = answer.err().strip();
        String program = answer.command().words().get(0);
        if (answer.timedOut()) {
            return new Unavailable<>(program + " gave no answer within "
                    + answer.command().timeLimit().toSeconds() + " s");
        }
        return new Unavailable<>(said.isEmpty() ? program + " failed with exit status " + answer.exit() : said);
    }
}
