package io.github.snapsweep.problem;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** What can be wrong with a call of one of a sweep's functions. */
public final class SweepFunctionProblems {

    private SweepFunctionProblems() {}

    /** What Hydra has and no sweep here can mean, with what to write instead. */
    private static final Map<String, String> OTHERS = Map.of(
            "interval",
            "An interval needs a sweeper that picks from it. For numbers by chance:  uniform(0,1,10,seed=1)",
            "extend_list",
            "It adds to a list that only the program knows. Write the whole list:  key=[1,2,3]");

    public static Problem unknown(TextPlace place, String name, Collection<String> known) {
        String other = OTHERS.get(name);
        if (other != null) {
            return SweepProblems.at(place, name, "there is no such function here", other);
        }
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

    public static Problem missing(TextPlace place, String function, String name, Collection<String> names) {
        return SweepProblems.at(
                place,
                function,
                "the argument '" + name + "' is missing",
                "Its arguments are: " + String.join(", ", names));
    }

    public static Problem noNumber(TextPlace place, String function, String name) {
        return SweepProblems.at(
                place,
                function,
                "'" + name + "' must be a finite number",
                "Write numbers without quotes, with commas between them:  range(0,10)  or  range(0,1,0.1)");
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

    public static Problem nullValue(TextPlace place, String function) {
        return SweepProblems.at(
                place, function, "null cannot be one of its values", "Without a function it can:  key=null,a,b");
    }

    public static Problem nestedSweep(TextPlace place, String function) {
        return SweepProblems.at(
                place,
                function,
                "a sweep inside a sweep is not supported",
                "Write all the values in one:  choice(a,b,c)");
    }

    public static Problem noCount(TextPlace place, String function, String name) {
        return SweepProblems.at(
                place,
                function,
                "'" + name + "' must be a whole number of at least 1",
                "It is how many numbers there are to be:  " + function + "(1,10,4)");
    }

    public static Problem noSeed(TextPlace place, String function) {
        return SweepProblems.at(
                place, function, "'seed' must be a whole number of at most 64 bits", "Write a number such as seed=1.");
    }

    public static Problem noFlag(TextPlace place, String function, String name) {
        return SweepProblems.at(
                place, function, "'" + name + "' must be true or false", "Write  " + name + "=true  without quotes.");
    }

    public static Problem nothingGiven(TextPlace place, String function) {
        return SweepProblems.at(
                place,
                function,
                "it is given nothing",
                "Write  " + function + "(3,1,2)  or  " + function + "(range(10))");
    }

    public static Problem oneOfMany(TextPlace place, String function) {
        return SweepProblems.at(
                place,
                function,
                "it takes one sweep, one list, or several values without parts",
                "Write  " + function + "(a,b,c)  or  " + function + "(choice(a,b,c))");
    }

    public static Problem noSweep(TextPlace place, String function) {
        return SweepProblems.at(
                place, function, "a sweep was expected here", "Write  choice(a,b)  or  range(10)  in its place.");
    }

    public static Problem noList(TextPlace place, String function) {
        return SweepProblems.at(place, function, "a list was expected here", "Write  [a,b]  in its place.");
    }

    public static Problem noOrder(TextPlace place, String what) {
        return SweepProblems.at(
                place,
                "sort",
                what + " cannot be compared",
                "Numbers can be compared with numbers, strings with strings, lists with lists.");
    }

    public static Problem tooManyToShuffle(TextPlace place, int count, int most) {
        return SweepProblems.at(
                place,
                "shuffle",
                "it has " + count + " values, more than " + most,
                "For some numbers by chance:  uniform(0,1,10,seed=1)");
    }

    public static Problem nothingToTag(TextPlace place) {
        return SweepProblems.at(
                place, "tag", "not enough arguments: it must be given a sweep", "Write  tag(name,choice(a,b))");
    }

    public static Problem noTag(TextPlace place) {
        return SweepProblems.at(
                place, "tag", "a tag must be a string", "Tags stand before the sweep:  tag(name,choice(a,b))");
    }

    public static Problem zipWithoutName(TextPlace place) {
        return SweepProblems.at(
                place,
                "zip",
                "each of its arguments needs the name of a parameter",
                "Write  pairs=zip(lr=choice(0.1,0.01),steps=choice(10,100))");
    }

    public static Problem smallZip(TextPlace place) {
        return SweepProblems.at(
                place,
                "zip",
                "it needs two parameters at least",
                "Write  pairs=zip(lr=choice(0.1,0.01),steps=choice(10,100))");
    }

    public static Problem unevenZip(TextPlace place, String lengths) {
        return SweepProblems.at(
                place,
                "zip",
                "its parameters have not as many values as each other (" + lengths + ")",
                "They step together: give each the same number of values.");
    }

    public static Problem noZipMember(TextPlace place, String name) {
        return SweepProblems.at(
                place,
                "zip",
                "'" + name + "' needs a sweep over values, or a list of them",
                "Write  " + name + "=choice(a,b)  or  " + name + "=[a,b]");
    }

    public static Problem notPositive(TextPlace place, String function, String name) {
        return SweepProblems.at(
                place, function, "'" + name + "' must be larger than 0", "It counts in orders of magnitude.");
    }

    public static Problem emptyInterval(TextPlace place, String function) {
        return SweepProblems.at(
                place, function, "'stop' must be larger than 'start'", "Write the smaller number first.");
    }

    public static Problem nothingToCast(TextPlace place, String function) {
        return SweepProblems.at(
                place, function, "it takes one value, or several without a name", "Write  " + function + "(1)");
    }

    public static Problem castRange(TextPlace place, String function) {
        return SweepProblems.at(
                place,
                function,
                "a range can only be cast to int or float",
                "Write its values as a choice:  " + function + "(choice(1,2,3))");
    }

    public static Problem cannotCast(TextPlace place, String value, String kind) {
        String hint = kind.equals("bool")
                ? "Of strings only true and false can be cast to bool."
                : "Cast what reads as such a value, or leave the cast out.";
        return SweepProblems.at(place, kind, "cannot cast " + value + " to " + kind, hint);
    }

    public static Problem noPattern(TextPlace place) {
        return SweepProblems.at(
                place,
                "glob",
                "a pattern or a list of patterns was expected here",
                "Write  glob(data/*.csv)  or  glob([a/*,b/*],exclude=*/old*)");
    }

    public static Problem badPattern(TextPlace place, String pattern, String why) {
        return SweepProblems.at(
                place,
                "glob",
                "'" + pattern + "' is no pattern: " + why,
                "In a pattern * ? [a-z] {a,b} have a meaning; a \\ before one takes it away.");
    }

    public static Problem outside(TextPlace place, String pattern) {
        return SweepProblems.at(
                place,
                "glob",
                "'" + pattern + "' leaves the project",
                "Patterns begin in the project's folder: what is outside is not part of a snapshot.");
    }

    public static Problem noFile(TextPlace place, Path project) {
        return SweepProblems.at(
                place,
                "glob",
                "no file of " + project + " matches",
                "A * does not go into folders:  data/*.csv,  or  **.csv  for all folders.");
    }

    public static Problem unreadableFolder(TextPlace place, IOException cause) {
        return SweepProblems.at(
                place, "glob", "a folder cannot be read: " + cause.getMessage(), "Leave it out of the pattern.");
    }
}
