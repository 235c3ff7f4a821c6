package io.github.snapsweep.sweep;

import io.github.snapsweep.problem.SweepFunctionProblems;
import io.github.snapsweep.problem.SweepProblems;
import io.github.snapsweep.problem.TextPlace;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads what stands behind the {@code =} of an override. */
final class ValueParser {

    private static final int MOST_NESTING = 100;
    private static final Set<TokenKind> CLOSING =
            EnumSet.of(TokenKind.CLOSE_LIST, TokenKind.CLOSE_DICT, TokenKind.CLOSE_CALL);

    private final Tokens tokens;
    private final Functions functions;
    private final NavigableMap<Integer, String> seeds = new TreeMap<>();
    private int depth;

    private ValueParser(Tokens tokens, Functions functions) {
        this.tokens = tokens;
        this.functions = functions;
    }

    /**
     * Reads all of a part of a text: nothing, one element, or several with commas between them.
     *
     * @throws io.github.snapsweep.problem.Problem when it is not of the language
     */
    static Parsed parse(String text, int from, int end, Functions functions) {
        ValueParser parser = new ValueParser(Lexer.tokens(text, from, end), functions);
        Element element = parser.whole();
        return new Parsed(element, parser.seeded(text, from, end), !parser.seeds.isEmpty());
    }

    /**
     * What was read.
     *
     * @param text it as it was written, but with the seeds that were drawn: read again it is the same
     * @param drawn whether any was
     */
    record Parsed(Element element, String text, boolean drawn) {}

    private String seeded(String text, int from, int end) {
        StringBuilder whole = new StringBuilder(text.substring(from, end));
        seeds.descendingMap().forEach((column, seed) -> whole.insert(column - from, seed));
        return whole.toString();
    }

    private Element whole() {
        if (tokens.atEnd()) {
            return new Element.Single(new Value.Text(""));
        }
        TextPlace place = tokens.place();
        Element first = element();
        tokens.skip(TokenKind.BLANK);
        if (tokens.atEnd()) {
            return first;
        }
        if (!tokens.at(TokenKind.COMMA)) {
            throw tokens.unexpected("',' or the end");
        }
        List<Value> values = new ArrayList<>();
        values.add(single(first, place, "a choice of values"));
        while (!tokens.atEnd()) {
            comma("',' or the end");
            values.add(single("a choice of values"));
            tokens.skip(TokenKind.BLANK);
        }
        return new Element.Several(Element.SweepKind.SIMPLE_CHOICE, List.copyOf(values));
    }

    private Element element() {
        if (tokens.at(TokenKind.OPEN_LIST)) {
            return nested(this::list);
        }
        if (tokens.at(TokenKind.OPEN_DICT)) {
            return nested(this::dict);
        }
        if (tokens.at(TokenKind.ID, TokenKind.OPEN_CALL)) {
            return nested(this::call);
        }
        return new Element.Single(Primitive.value(tokens));
    }

    private Element nested(Supplier<Element> rule) {
        if (++depth > MOST_NESTING) {
            throw SweepProblems.tooDeep(tokens.place(), MOST_NESTING);
        }
        Element read = rule.get();
        depth--;
        return read;
    }

    private Element list() {
        tokens.take();
        List<Value> values = new ArrayList<>();
        separated(TokenKind.CLOSE_LIST, "']'", () -> values.add(single("a list")));
        return new Element.Single(new Value.Items(values));
    }

    private Element dict() {
        tokens.take();
        Map<Value, Value> values = new LinkedHashMap<>();
        separated(TokenKind.CLOSE_DICT, "'}'", () -> {
            Value key = Primitive.dictKey(tokens);
            tokens.require(TokenKind.COLON, "':'");
            values.put(key, single("a dictionary"));
        });
        return new Element.Single(new Value.Dict(values));
    }

    private Element call() {
        Arguments arguments = new Arguments(tokens.place(), tokens.take().text());
        Function function = functions.named(arguments.function());
        if (function == null) {
            throw SweepFunctionProblems.unknown(arguments.place(), arguments.function(), functions.names());
        }
        tokens.take();
        separated(TokenKind.CLOSE_CALL, "')'", () -> argument(arguments));
        int closing = tokens.lastColumn();
        Element element = function.apply(arguments);
        arguments.drawn().ifPresent(seed -> seeds.put(closing, ",seed=" + seed));
        return element;
    }

    private void argument(Arguments arguments) {
        TextPlace place = tokens.place();
        String name = tokens.takeName();
        if (name != null) {
            arguments.add(name, new Argument(element(), place));
        } else {
            arguments.add(new Argument(element(), place));
        }
    }

    private void separated(TokenKind closing, String closingText, Runnable item) {
        if (tokens.skip(closing)) {
            return;
        }
        item.run();
        while (!tokens.skip(closing)) {
            comma("',' or " + closingText);
            item.run();
        }
    }

    private void comma(String expected) {
        TextPlace comma = tokens.place();
        tokens.require(TokenKind.COMMA, expected);
        if (tokens.atEnd() || tokens.atAny(CLOSING)) {
            throw SweepProblems.trailingComma(comma);
        }
    }

    private Value single(String where) {
        TextPlace place = tokens.place();
        return single(element(), place, where);
    }

    private static Value single(Element element, TextPlace place, String where) {
        if (element instanceof Element.Single single) {
            return single.value();
        }
        throw SweepProblems.sweepInside(place, where);
    }
}
