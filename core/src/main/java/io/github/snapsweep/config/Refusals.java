package io.github.snapsweep.config;

import io.github.snapsweep.problem.SettingProblems;

/** Hears of the values that a setting does not take. */
@FunctionalInterface
interface Refusals {

    /** A value that is refused, for a reason that reads on from where it stands. */
    void refuse(Raw raw, String reason);

    /** A text that does not say what is wanted. */
    default void refuse(Raw.Text text) {
        refuse(text, SettingProblems.notAccepted(text.text()));
    }

    /** A list where a text is wanted, and the like. */
    default void refuseShape(Raw raw) {
        refuse(raw, raw.shape() + " is not accepted");
    }
}
