package io.github.snapsweep.problem;

import java.math.BigInteger;
import java.util.Collection;

/** What can be wrong with a call of one of a sweep's functions. */
public final class SweepFunctionProblems {

    private SweepFunctionProblems() {}

    public static Problem unknown(TextPlace place, String name, Collection<String> known) {
        String meant = NearestName.of(name, known)
                .map(near -> "Did you mean " + near + "?  ")
                .orElse("");
        return SweepProblems.at(
                place,
                name,
                "there is no such function",
                meant + "There are: " + String.join(", ", known) + ".  For a text with parentheses, put it in quotes.");
    }

    public static Problem positionalBehindNamed(TextPlace place, String function) {
        return SweepProblems.at(
                place,
                function,
                "an argument without a name stands behind one with a name",
                "Write those without a name first.");
    }

    public static Problem namedTwice(TextPlace place, String function, String name) {
        return SweepProblems.at(place, function, "'" + name + "' is given twice", "Leave one of the two.");
    }

    public static Problem noSuchName(TextPlace place, String function, String name, Collection<String> names) {
        return SweepProblems.at(
                place,
                function,
                "there is no argument '" + name + "'",
                names.isEmpty()
                        ? "Its arguments have no names; for a '=' inside a value, write \\= or put it in quotes."
                        : "Its arguments are: " + String.join(", ", names));
    }

    public static Problem tooMany(TextPlace place, String function, Collection<String> names) {
        return SweepProblems.at(
                place,
                function,
                "it takes at most " + names.size() + " arguments",
                "They are: " + String.join(", ", names));
    }

    public static Problem missing(TextPlace place, String function, String name) {
        return SweepProblems.at(
                place, function, "the argument '" + name + "' is missing", "Its first argument is '" + name + "'.");
    }

    public static Problem noNumber(TextPlace place, String function, String name) {
        return SweepProblems.at(
                place,
                function,
                "'" + name + "' must be a finite number",
                "Write numbers without quotes:  range(0,10)  or  range(0,1,0.1)");
    }

    public static Problem zeroStep(TextPlace place) {
        return SweepProblems.at(place, "range", "the step is 0, so it never ends", "Write a step such as 1 or -0.5.");
    }

    public static Problem longRange(TextPlace place, BigInteger count) {
        return SweepProblems.at(place, "range", "it has " + count + " values", "Write a larger step.");
    }

    public static Problem emptyChoice(TextPlace place) {
        return SweepProblems.at(place, "choice", "there is nothing to choose from", "Write  choice(a,b)");
    }

    public static Problem nestedSweep(TextPlace place, String function) {
        return SweepProblems.at(
                place,
                function,
                "a sweep inside a sweep is not supported",
                "Write all the values in one:  choice(a,b,c)");
    }
}
