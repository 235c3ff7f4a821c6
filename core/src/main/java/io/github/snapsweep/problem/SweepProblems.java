package io.github.snapsweep.problem;

import java.math.BigInteger;
import java.util.Collection;

/** What can be wrong with a sweep: with what it says, and with how it is written. */
public final class SweepProblems {

    private static final String EXAMPLE = "-Dsweep=\"lr=0.1,0.01 seed=range(0,10)\"";
    private static final String QUOTE_IT = "Put the whole value in quotes:  key='...'";

    private SweepProblems() {}

    public static Problem empty() {
        return Problem.ofUser(
                "The sweep is empty: it names no parameter.",
                "Set one:  " + EXAMPLE + "  (<sweep>),",
                "or leave the setting out to run one task without parameters.");
    }

    public static Problem noValues(TextPlace place, String key) {
        return at(
                place,
                "'" + key + "' has no value, so there is no point",
                "A range ends before its stop: range(0,3) is 0,1,2, and range(3,3) is nothing.");
    }

    public static Problem tooManyPoints(BigInteger size, int most, String product) {
        return Problem.ofUser(
                "The sweep has " + size + " points (" + product + "), more than " + most + ".",
                "If that is meant:  -Dslurm.maxPoints=" + size + "  (<maxPoints>)");
    }

    public static Problem unknownExcluded(String rule, String key, Collection<String> known) {
        return Problem.ofUser(
                "The rule '" + rule + "' of slurm.sweepExclude names '" + key + "', which no sweep has.",
                "The parameters are: " + String.join(", ", known));
    }

    public static Problem longRule(String rule, String key, int values, int most) {
        return Problem.ofUser(
                "The rule '" + rule + "' of slurm.sweepExclude has " + values + " values of '" + key + "', more than "
                        + most + ".",
                "Name those that the sweep has.");
    }

    public static Problem allExcluded(int points, Collection<String> rules) {
        return Problem.ofUser(
                "All " + points + " points of the sweep are excluded: nothing is left to run.",
                "The rules are: " + String.join(" | ", rules) + "  (slurm.sweepExclude)");
    }

    public static Problem noSuchTask(int number, int tasks) {
        return Problem.ofUser(
                "slurm.only names task " + number + ", and there are " + tasks + " tasks: 0 to " + (tasks - 1) + ".",
                "To see their numbers:  -Dslurm.dryRun");
    }

    public static Problem onlyOfChance(Collection<String> texts) {
        return Problem.ofUser(
                "slurm.only names tasks by their numbers, and in this sweep a seed is drawn: they mean other points each time.",
                "With the seed that was drawn now, look at its points first (-Dslurm.dryRun):  "
                        + String.join("  |  ", texts));
    }

    public static Problem nothingToDrop(TextPlace place, String key, Collection<String> known) {
        return at(
                place,
                "there is no parameter '" + key + "' to drop",
                known.isEmpty()
                        ? "'~key' drops a parameter that was set before it, and none was."
                        : "The parameters set before it are: " + String.join(", ", known));
    }

    public static Problem dropsOtherValue(TextPlace place, String key) {
        return at(
                place, "'" + key + "' has another value, so it is not dropped", "Drop it whatever its value:  ~" + key);
    }

    public static Problem signedZip(TextPlace place, String key) {
        return at(
                place,
                "'" + key + "' is the name of a zip, no parameter, so it takes no + before it",
                "Write  name=zip(a=choice(1,2),b=choice(3,4))");
    }

    public static Problem setBesideZip(TextPlace place, String key, String zip) {
        return at(
                place,
                "'" + key + "' is set twice: by itself, and in the zip '" + zip + "'",
                "Drop one of the two:  ;~" + zip);
    }

    public static Problem keyExpected(TextPlace place) {
        return at(
                place,
                "expected a parameter's name",
                "A name is letters, digits, '_' and '-', begins with no digit, and may have dots:  optimizer.lr=0.1");
    }

    public static Problem assignExpected(TextPlace place) {
        return at(
                place, "expected '=' right after the parameter's name", "Write  name=value  without a blank before =");
    }

    public static Problem valueExpected(TextPlace place) {
        return at(place, "expected a value", "For an empty text, write ''.");
    }

    public static Problem trailingComma(TextPlace place) {
        return at(
                place, "expected a value after the comma", "Take the last comma away, or write '' for an empty text.");
    }

    public static Problem unexpected(TextPlace place, String found, String expected) {
        String hint = found.startsWith("=")
                ? "For a '=' inside a value, write \\= or put the whole value in quotes:  url='http://host/?q=1'"
                : "For the characters ( ) [ ] { } , as they are, write a \\ before each, or put the value in quotes.";
        return at(place, "'" + found + "' where " + expected + " was expected", hint);
    }

    public static Problem endsEarly(TextPlace place, String expected) {
        return at(place, "the text ends where " + expected + " was expected", "Is a bracket not closed?");
    }

    public static Problem needsQuotes(TextPlace place, String character) {
        String hint = character.equals("~") ? QUOTE_IT + ",  or, to drop a parameter, write  ;~name" : QUOTE_IT;
        return at(place, named(character) + " can stand only in quotes", hint);
    }

    public static Problem openQuote(TextPlace place) {
        return at(
                place,
                "this quote is not closed",
                "For the quote itself, put the whole value in quotes of the other kind:  msg=\"don't\"");
    }

    public static Problem quoteInWord(TextPlace place) {
        return at(place, "a quote inside a word", "Put the whole value in quotes, of the other kind if need be.");
    }

    public static Problem noInterpolation(TextPlace place) {
        return at(place, "an interpolation is ${name}", "For the characters as they are, use quotes:  key='...'");
    }

    public static Problem nestedInterpolation(TextPlace place) {
        return at(place, "an interpolation inside another can stand only in quotes", QUOTE_IT);
    }

    public static Problem quotedDictKey(TextPlace place) {
        return at(place, "the keys of a dictionary have no quotes", "Write  {key:value}");
    }

    public static Problem tooDeep(TextPlace place, int most) {
        return at(place, "values are nested more than " + most + " deep", "Give the program a file instead.");
    }

    public static Problem sweepInside(TextPlace place, String where) {
        return at(place, "a sweep cannot stand in " + where, "Sweep over whole values:  key=choice([1,2],[3,4])");
    }

    private static String named(String character) {
        int code = character.codePointAt(0);
        if (code == '\n' || code == '\r') {
            return "a line's end";
        }
        return Character.isISOControl(code) ? String.format("the character U+%04X", code) : "'" + character + "'";
    }

    private static Problem at(TextPlace place, String what, String remedy) {
        return Problem.ofUser("The sweep cannot be read: " + what + ".\n" + place.marked("    "), remedy);
    }

    static Problem at(TextPlace place, String function, String what, String remedy) {
        return at(place, function + ": " + what, remedy);
    }
}
