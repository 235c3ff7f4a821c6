package io.github.snapsweep.sweep;

/** A function of the language. */
@FunctionalInterface
interface Function {

    /**
     * What a call of it stands for.
     *
     * @throws io.github.snapsweep.problem.Problem when the arguments are not what it takes
     */
    Element apply(Arguments arguments);
}
