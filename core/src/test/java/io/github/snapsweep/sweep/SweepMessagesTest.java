package io.github.snapsweep.sweep;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.snapsweep.problem.Problem;
import org.junit.jupiter.api.Test;

/** What a person reads after the usual slips, to the letter. */
class SweepMessagesTest {

    @Test
    void anAssignmentInsideAValue() {
        refuses("n=1,2 url=http://h:8/p?q=1", """
                The sweep cannot be read: '=' where ',' or the end was expected.
                    n=1,2 url=http://h:8/p?q=1
                                            ^
                  For a '=' inside a value, write \\= or put the whole value in quotes:  url='http://host/?q=1'""");
    }

    @Test
    void aCommaAtTheEnd() {
        refuses("lr=0.1,0.01,", """
                The sweep cannot be read: expected a value after the comma.
                    lr=0.1,0.01,
                               ^
                  Take the last comma away, or write '' for an empty text.""");
    }

    @Test
    void aCharacterThatNeedsQuotes() {
        refuses("name=café", """
                The sweep cannot be read: 'é' can stand only in quotes.
                    name=café
                            ^
                  Put the whole value in quotes:  key='...'""");
    }

    @Test
    void aParameterDroppedBehindABlank() {
        refuses("lr=0.1 ~seed", """
                The sweep cannot be read: '~' can stand only in quotes.
                    lr=0.1 ~seed
                           ^
                  Put the whole value in quotes:  key='...',  or, to drop a parameter, write  ;~name""");
    }

    @Test
    void aQuoteInsideAWord() {
        refuses("msg=say\"hi\"", """
                The sweep cannot be read: a quote inside a word.
                    msg=say"hi"
                           ^
                  Put the whole value in quotes, of the other kind if need be.""");
    }

    @Test
    void anApostrophe() {
        refuses("msg=don't", """
                The sweep cannot be read: this quote is not closed.
                    msg=don't
                           ^
                  For the quote itself, put the whole value in quotes of the other kind:  msg="don't\"""");
    }

    @Test
    void anUnknownFunction() {
        refuses("seed=rnage(0,10)", """
                The sweep cannot be read: rnage: there is no such function.
                    seed=rnage(0,10)
                         ^
                  Did you mean range?  There are: bool, choice, float, glob, int, json_str, linspace, logspace, loguniform, range, shuffle, sort, str, tag, uniform, zip.  For a text with parentheses, put it in quotes.""");
        refuses("seed=ranges(0,10)", """
                The sweep cannot be read: ranges: there is no such function.
                    seed=ranges(0,10)
                         ^
                  Did you mean range?  There are: bool, choice, float, glob, int, json_str, linspace, logspace, loguniform, range, shuffle, sort, str, tag, uniform, zip.  For a text with parentheses, put it in quotes.""");
    }

    @Test
    void aRangeOfNothing() {
        refuses("lr=0.1 seed=range(3,3)", """
                The sweep cannot be read: 'seed' has no value, so there is no point.
                    lr=0.1 seed=range(3,3)
                           ^
                  A range ends before its stop: range(0,3) is 0,1,2, and range(3,3) is nothing.""");
    }

    @Test
    void aParameterToDropThatIsNotThere() {
        refuses("lr=0.1 seed=1 ~sed=", """
                The sweep cannot be read: there is no parameter 'sed' to drop.
                    lr=0.1 seed=1 ~sed=
                                   ^
                  The parameters set before it are: lr, seed""");
    }

    @Test
    void inALongTextOnlyTheSurroundingsAreShown() {
        refuses("x=" + "a".repeat(200) + "é" + "b".repeat(200), """
                The sweep cannot be read: 'é' can stand only in quotes.
                    ...%sé%s
                       %s^
                  Put the whole value in quotes:  key='...'""".formatted(
                        "a".repeat(60), "b".repeat(39), " ".repeat(60)));
    }

    @Test
    void inSeveralLinesTheLineIsShownAndTabsKeepTheCaretInPlace() {
        refuses("lr=0.1\n\tx=\ta#\nseed=1", """
                The sweep cannot be read: '#' can stand only in quotes.
                    \tx=\ta#
                    \t  \t ^
                  Put the whole value in quotes:  key='...'""");
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> Read.sweep(text)).isInstanceOf(Problem.class).hasMessage(message);
    }
}
