package io.github.snapsweep.slurm;

import io.github.snapsweep.problem.SlurmProblems;
import java.util.Optional;

/**
 * One option of {@code sbatch} as it stands on the command line.
 *
 * @param option its long name, with the dashes
 * @param value its value; empty for an option that stands alone
 */
record SbatchFlag(String option, Optional<String> value) {

    SbatchFlag {
        value.filter(SbatchFlag::hasControlCharacter).ifPresent(text -> {
            throw SlurmProblems.controlCharacter(option, text);
        });
    }

    static SbatchFlag of(String option, String value) {
        return new SbatchFlag(option, Optional.of(value));
    }

    static SbatchFlag bare(String option) {
        return new SbatchFlag(option, Optional.empty());
    }

    /** The one word that says it: {@code --time=60} or {@code --exclusive}. */
    String word() {
        return value.map(text -> option + "=" + text).orElse(option);
    }

    /** Slurm keeps most values in records of one line: a line break in one makes squeue and sacct unreadable. */
    static boolean hasControlCharacter(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
